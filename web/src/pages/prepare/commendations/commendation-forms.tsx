// Preparing a commendation, and revising one.

import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { useLive } from '../../../live/use-live.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import { createRevision } from '../form/revision.ts';
import { usePrepareWords } from '../words.tsx';
import { commendationTyped, draftOf, emptyCommendation, entryOf } from './commendation-draft.ts';
import type { CommendationDraft, CommendationEntry } from './commendation-draft.ts';
import { CommendationFields } from './commendation-fields.tsx';

export function PrepareCommendationForm(props: { readonly onClose: () => void }): JSX.Element {
  const { p } = usePrepareWords();
  const [draft, setDraft] = createStore<CommendationDraft>(emptyCommendation());
  const form = createForm({
    command: 'prepare-commendation',
    input: () => commendationTyped(draft),
    done: () => props.onClose(),
  });
  return (
    <FormFrame
      form={form}
      label={p('commendations.prepare')}
      submit={p('commendations.prepare.submit')}
      onCancel={() => props.onClose()}
    >
      <CommendationFields draft={draft} change={setDraft} form={form} />
    </FormFrame>
  );
}

type ReviseProps = { readonly commendationId: string; readonly onClose: () => void };

export function ReviseCommendationForm(props: ReviseProps): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const commendation = () => live.view().meeting.commendations.all.get(props.commendationId)!;
  const [draft, setDraft] = createStore<CommendationDraft>(draftOf(commendation()));
  const revision = createRevision<CommendationEntry>(() => entryOf(commendation()));
  const form = createForm({
    command: 'revise-commendation',
    input: () => ({ commendationId: props.commendationId, ...revision.changes(commendationTyped(draft)) }),
    done: () => props.onClose(),
  });
  const begin = () => {
    revision.begin();
    setDraft(draftOf(commendation()));
  };
  return (
    <FormFrame
      form={form}
      label={p('revise.of', { name: commendation().award })}
      submit={p('form.save')}
      onCancel={() => props.onClose()}
      meanwhile={{ fields: revision.meanwhile().map((field) => p(`commendations.${field}`)), onBegin: begin }}
    >
      <CommendationFields draft={draft} change={setDraft} form={form} />
    </FormFrame>
  );
}
