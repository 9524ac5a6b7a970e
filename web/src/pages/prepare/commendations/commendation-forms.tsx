// Preparing a commendation, and revising one.

import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { useLive } from '../../../live/use-live.tsx';
import { subjectOf } from '../../../meeting/marks.ts';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import { Conflicts } from '../form/conflicts.tsx';
import { createRevising } from '../form/revising.ts';
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
    keep: {
      place: 'commendations',
      label: () => p('commendations.prepare'),
      value: () => ({ ...draft }),
      restore: setDraft,
    },
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
  const revising = createRevising<CommendationEntry, CommendationDraft>({
    current: () => entryOf(commendation()),
    draftOf,
    typed: commendationTyped,
    concerns: (event) => subjectOf(event) === props.commendationId,
  });
  const form = createForm({
    command: 'revise-commendation',
    input: () => ({ commendationId: props.commendationId, ...revising.changes() }),
    done: () => props.onClose(),
    keep: {
      // A form is made for one thing.
      // oxlint-disable-next-line solid/reactivity
      place: `commendations/${props.commendationId}`,
      label: () => p('revise.of', { name: commendation().award }),
      value: revising.kept,
      restore: revising.restore,
    },
  });
  const shown = (field: keyof CommendationEntry, entry: CommendationEntry) => {
    if (field === 'category') return p(`commendations.${entry.category}`);
    return field === 'recipients' ? entry.recipients.map(({ name }) => name).join('\n') : (entry[field] ?? '');
  };
  return (
    <FormFrame
      form={form}
      label={p('revise.of', { name: commendation().award })}
      submit={p('form.save')}
      onCancel={() => props.onClose()}
      conflicts={{
        open: () => revising.conflicts().length > 0,
        shown: () => <Conflicts of={revising} name={(field) => p(`commendations.${field}`)} show={shown} />,
      }}
    >
      <CommendationFields draft={revising.draft} change={revising.change} form={form} />
    </FormFrame>
  );
}
