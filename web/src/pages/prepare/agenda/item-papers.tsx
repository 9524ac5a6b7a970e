// The documents of an item in its row: those that are tabled under it or named by it, and files on their way to it.

import type { Document } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRefusals } from '../../../i18n/refusals.ts';
import { useLive } from '../../../live/use-live.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { sizeText } from '../documents/file.ts';
import type { Tabling, TablingFile } from '../documents/tabling.ts';
import { usePrepareWords } from '../words.tsx';

type ItemPapersProps = {
  readonly itemId: string;
  readonly documents: readonly Document[];
  readonly tabling: Tabling;
};

export function ItemPapers(props: ItemPapersProps): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const address = (documentId: string) =>
    `/api/meetings/${encodeURIComponent(live.meetingId)}/documents/${encodeURIComponent(documentId)}/file`;
  return (
    <Show when={props.documents.length > 0 || props.tabling.under(props.itemId).length > 0}>
      <ul data-part="papers" aria-label={p('agenda.documents')}>
        <For each={props.documents}>
          {(document) => (
            <li>
              <Icon name="attach" />
              <a href={address(document.documentId)} download={document.versions.at(-1)?.fileName} dir="auto">
                {document.title}
              </a>
              <Show when={document.distribution === 'officers'}>
                <span data-part="about">{p('documents.officers')}</span>
              </Show>
            </li>
          )}
        </For>
        <For each={props.tabling.under(props.itemId)}>{(file) => <Coming file={file} tabling={props.tabling} />}</For>
      </ul>
    </Show>
  );
}

function Coming(props: { readonly file: TablingFile; readonly tabling: Tabling }): JSX.Element {
  const { t, p, language } = usePrepareWords();
  const sentence = useRefusals();
  const name = () => props.file.file.name;
  const why = () => {
    const { wrong } = props.file;
    if (wrong === null) return undefined;
    return 'fault' in wrong ? p(`documents.${wrong.fault}`) : sentence(wrong.problem);
  };
  const figures = () =>
    p('documents.sent', {
      sent: sizeText(props.file.sent, language()),
      whole: sizeText(props.file.file.size, language()),
    });
  return (
    <li data-wrong={why() === undefined ? undefined : ''}>
      <Icon name={why() === undefined ? 'attach' : 'warn'} />
      <span dir="auto">{name()}</span>
      <Show
        when={why()}
        fallback={
          <Progress
            label={p('agenda.tabling', { name: name() })}
            value={props.file.sent}
            whole={props.file.file.size}
            text={figures()}
            figures
          />
        }
      >
        {(sentenceOfIt) => (
          <>
            <span role="alert" data-part="why">
              {sentenceOfIt()}
            </span>
            <Show when={props.file.wrong && 'problem' in props.file.wrong}>
              <Button size="small" onClick={() => props.tabling.retry(props.file.key)}>
                {t('state.retry')}
              </Button>
            </Show>
            <Button
              size="small"
              variant="quiet"
              aria-label={p('agenda.tabling.dismiss', { name: name() })}
              onClick={() => props.tabling.dismiss(props.file.key)}
            >
              {p('agenda.dismiss')}
            </Button>
          </>
        )}
      </Show>
    </li>
  );
}
