// The documents of the meeting: tabled with their files, replaced, withdrawn, and read back.

import { currentVersion, readersOf } from '@rostrum/events';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { onGoingOn } from '../form/going-on.ts';
import { Hand } from '../hand.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { Nothing, Section } from '../section.tsx';
import { stageOf } from '../sections.ts';
import { usePrepareWords } from '../words.tsx';
import { ReplaceDocumentForm, TableDocumentForm } from './document-forms.tsx';
import { sizeText } from './file.ts';
import '../papers.css';

export function DocumentsSection(): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const [tabling, setTabling] = createSignal(false);
  const [replacing, setReplacing] = createSignal<string | null>(null);
  const [withdrawing, setWithdrawing] = createSignal<string | null>(null);
  const all = () => live.view().meeting.documents.all;
  const open = () => stageOf(live.view().meeting) !== 'after';
  onGoingOn((section, id) => {
    if (section !== 'documents') return;
    if (id === undefined) setTabling(true);
  });

  return (
    <Section
      id="documents"
      lead={p('documents.lead')}
      tools={
        <Show when={open() && !tabling()}>
          <Button size="small" onClick={() => setTabling(true)}>
            <Icon name="add" />
            {p('documents.table')}
          </Button>
        </Show>
      }
    >
      <Show when={all().size > 0 || tabling()} fallback={<Nothing>{p('documents.none')}</Nothing>}>
        <ul data-component="papers">
          <For each={all().keys()}>
            {(documentId) => (
              <>
                <DocumentRow
                  documentId={documentId}
                  editable={open()}
                  onReplace={() => setReplacing(documentId)}
                  onWithdraw={() => setWithdrawing(documentId)}
                />
                <Show when={replacing() === documentId}>
                  <li data-editing="">
                    <ReplaceDocumentForm documentId={documentId} onClose={() => setReplacing(null)} />
                  </li>
                </Show>
              </>
            )}
          </For>
        </ul>
      </Show>
      <Show when={tabling()}>
        <TableDocumentForm onClose={() => setTabling(false)} />
      </Show>
      <Show when={withdrawing()} keyed>
        {(documentId) => (
          <ReasonDialog
            command="withdraw-document"
            input={(reason) => ({ documentId, reason })}
            title={p('documents.withdraw.title', { title: all().get(documentId)?.title ?? '' })}
            submit={p('withdraw')}
            onClose={() => setWithdrawing(null)}
          />
        )}
      </Show>
    </Section>
  );
}

type DocumentRowProps = {
  readonly documentId: string;
  readonly editable: boolean;
  readonly onReplace: () => void;
  readonly onWithdraw: () => void;
};

function DocumentRow(props: DocumentRowProps): JSX.Element {
  const { p, language, formats } = usePrepareWords();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const document = () => meeting().documents.all.get(props.documentId);
  const href = () =>
    `/api/meetings/${encodeURIComponent(live.meetingId)}/documents/${encodeURIComponent(props.documentId)}/file`;
  return (
    <Show when={document()}>
      {(shown) => {
        const version = () => currentVersion(shown());
        const itemTitle = () => {
          const { itemId } = shown();
          return itemId === null ? undefined : meeting().agenda.items.get(itemId)?.title;
        };
        const changeable = () => props.editable && shown().withdrawn === null && shown().announced === null;
        return (
          <li data-status={shown().withdrawn ? 'withdrawn' : 'tabled'}>
            <div data-part="what">
              <span data-part="title">{shown().title}</span>
              <span data-part="about">
                {[
                  version().fileName,
                  sizeText(version().sizeBytes, language()),
                  p(`documents.${shown().distribution}`),
                  itemTitle(),
                  shown().confirmReading ? p('documents.read', { count: readersOf(shown()).length }) : undefined,
                  shown().versions.length > 1 ? p('documents.versions', { count: shown().versions.length }) : undefined,
                  formats(meeting().lifecycle.timeZone).day(version().at),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <code data-part="digest">SHA-256 {version().sha256}</code>
              <Hand of={props.documentId} />
            </div>
            <Show when={shown().withdrawn}>
              <Badge tone="off">{p('documents.status.withdrawn')}</Badge>
            </Show>
            <Show when={shown().announced}>
              <Badge tone="done">{p('documents.status.announced')}</Badge>
            </Show>
            <span data-part="tools">
              <a
                href={href()}
                download={version().fileName}
                data-component="button"
                data-variant="quiet"
                data-size="small"
              >
                {p('documents.download')}
              </a>
              <Show when={changeable()}>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={p('documents.replace.of', { title: shown().title })}
                  onClick={() => props.onReplace()}
                >
                  {p('documents.replace')}
                </Button>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={p('withdraw.of', { name: shown().title })}
                  onClick={() => props.onWithdraw()}
                >
                  {p('withdraw')}
                </Button>
              </Show>
            </span>
          </li>
        );
      }}
    </Show>
  );
}
