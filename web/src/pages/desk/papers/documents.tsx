// Documents: tabled, announced, and who has confirmed having read them.

import { currentVersion, readersOf } from '@rostrum/events';
import type { Document } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { Badge } from '../../../ui/badge.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { openKind } from './open-kind.ts';
import { PaperSection } from './section.tsx';

export function Documents(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const marks = useMarks();
  const meeting = () => live.view().meeting;
  /** Those of the open item first. */
  const ids = createMemo(() => {
    const { documents, agenda } = meeting();
    const rank = (documentId: string) =>
      agenda.open !== null && documents.all.get(documentId)?.itemId === agenda.open ? 0 : 1;
    return documents.all.keys().toSorted((a, b) => rank(a) - rank(b));
  });
  return (
    <PaperSection
      title={t('documents.title')}
      count={ids().length}
      atHand={openKind(meeting()) === 'announcement'}
      actions={
        <FormButton command="table-document" given={{ itemId: meeting().agenda.open }}>
          {t('documents.table')}
        </FormButton>
      }
    >
      <Show when={ids().length > 0} fallback={<p data-part="none">{t('documents.none')}</p>}>
        <ul>
          <For each={ids()}>
            {(documentId) => (
              <Show when={meeting().documents.all.get(documentId)}>
                {(document) => (
                  <li data-marked={marks.by(documentId)}>
                    <DocumentLine document={document()} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </PaperSection>
  );
}

function DocumentLine(props: { readonly document: Document }): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const given = () => ({ documentId: props.document.documentId });
  const address = () =>
    `/api/meetings/${encodeURIComponent(live.meetingId)}/documents/${encodeURIComponent(props.document.documentId)}/file`;
  return (
    <>
      <div data-part="paper">
        <strong>{props.document.title}</strong>
        <Show when={props.document.withdrawn === null} fallback={<Badge tone="off">{t('paper.withdrawn')}</Badge>}>
          <Show
            when={props.document.announced}
            fallback={
              <Show when={props.document.distribution === 'officers'}>
                <Badge tone="waiting">{t('distribution.officers')}</Badge>
              </Show>
            }
          >
            <Badge tone="done">{t('documents.announced')}</Badge>
          </Show>
        </Show>
      </div>
      <p data-part="about">
        <a href={address()} download={currentVersion(props.document).fileName}>
          {currentVersion(props.document).fileName}
        </a>
        <Show when={props.document.confirmReading}>
          {' · '}
          {t('documents.read', { count: readersOf(props.document).length })}
        </Show>
      </p>
      <div data-part="deeds">
        <CommandButton
          command="announce-document"
          input={given()}
          size="small"
          refusal="over"
          because={settled(props.document) ? t('documents.isAnnounced') : undefined}
        >
          {t('documents.announce')}
        </CommandButton>
        <FormButton command="replace-document" given={given()}>
          {t('documents.replace')}
        </FormButton>
        <FormButton command="withdraw-document" given={given()}>
          {t('form.withdraw')}
        </FormButton>
      </div>
    </>
  );
}

const settled = ({ announced }: Document): boolean => announced !== null;
