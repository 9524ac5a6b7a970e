// Drafting a responsibility statement, and revising a draft.

import type { Capacity, Statement } from '@rostrum/events';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { resolveAddressees } from '../../../catalogue.ts';
import { useLive } from '../../../live/use-live.tsx';
import { subjectOf } from '../../../meeting/marks.ts';
import { TextArea, TextInput } from '../../../ui/inputs.tsx';
import { Chosen, OneName } from '../chosen.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import type { Form } from '../form/form.ts';
import { Conflicts } from '../form/conflicts.tsx';
import { createRevising } from '../form/revising.ts';
import { attendeeOptions, nameOf } from '../people-options.ts';
import { usePrepareWords } from '../words.tsx';
import { addresseeName, addresseeOptions } from './addressees.ts';
import type { AddresseeWords } from './addressees.ts';

type StatementDraft = {
  readonly title: string;
  readonly subject: string;
  readonly text: string;
  readonly issuerId: string | null;
  readonly addressedTo: readonly string[];
};

const empty: StatementDraft = { title: '', subject: '', text: '', issuerId: null, addressedTo: [] };

const draftOf = ({
  title,
  subject,
  text,
  issuerId,
  addressedTo,
}: Pick<Statement, keyof StatementDraft>): StatementDraft => ({
  title,
  subject,
  text,
  issuerId,
  addressedTo,
});

const typed = ({ title, subject, text, issuerId, addressedTo }: StatementDraft) => ({
  title: title.trim(),
  subject: subject.trim(),
  text: text.replaceAll('\r\n', '\n').trim(),
  issuerId,
  addressedTo: [...addressedTo],
});

/** The words for groups of addressees. */
export function useAddresseeWords(): AddresseeWords {
  const { t, p, names } = usePrepareWords();
  return {
    compare: (one, other) => names().compare(one, other),
    unit: (unit) => p('statements.unit', { unit }),
    capacity: (capacity: Capacity) => p('statements.capacity', { capacity: t(`capacity.${capacity}`) }),
    get groups() {
      return { units: p('statements.units'), capacities: p('statements.capacities'), names: p('statements.names') };
    },
  };
}

export function DraftStatementForm(props: { readonly onClose: () => void }): JSX.Element {
  const { p } = usePrepareWords();
  const [draft, setDraft] = createStore<StatementDraft>(empty);
  const form = createForm({
    command: 'draft-statement',
    input: () => typed(draft),
    done: () => props.onClose(),
    keep: { place: 'statements', label: () => p('statements.draft'), value: () => ({ ...draft }), restore: setDraft },
  });
  return (
    <FormFrame
      form={form}
      label={p('statements.draft')}
      submit={p('statements.draft.submit')}
      onCancel={() => props.onClose()}
    >
      <StatementFields draft={draft} change={setDraft} form={form} />
    </FormFrame>
  );
}

type ReviseProps = { readonly statementId: string; readonly onClose: () => void };

export function ReviseStatementForm(props: ReviseProps): JSX.Element {
  const { p, names } = usePrepareWords();
  const live = useLive();
  const statement = () => live.view().meeting.statements.all.get(props.statementId)!;
  const words = useAddresseeWords();
  const revising = createRevising<ReturnType<typeof typed>, StatementDraft>({
    current: () => typed(draftOf(statement())),
    draftOf,
    typed,
    concerns: (event) => subjectOf(event) === props.statementId,
  });
  const form = createForm({
    command: 'revise-statement',
    input: () => ({ statementId: props.statementId, ...revising.changes() }),
    done: () => props.onClose(),
    keep: {
      // A form is made for one thing.
      // oxlint-disable-next-line solid/reactivity
      place: `statements/${props.statementId}`,
      label: () => p('revise.of', { name: statement().title }),
      value: revising.kept,
      restore: revising.restore,
    },
  });
  const shown = (field: keyof StatementDraft, { issuerId, addressedTo, ...texts }: StatementDraft) => {
    const { meeting } = live.view();
    if (field === 'issuerId') return issuerId === null ? '' : nameOf(meeting, issuerId);
    if (field !== 'addressedTo') return texts[field];
    return names().list(addressedTo.map((addressee) => addresseeName(meeting, addressee, words)));
  };
  return (
    <FormFrame
      form={form}
      label={p('revise.of', { name: statement().title })}
      submit={p('form.save')}
      onCancel={() => props.onClose()}
      conflicts={{
        open: () => revising.conflicts().length > 0,
        shown: () => <Conflicts of={revising} name={(field) => p(`statements.${field}`)} show={shown} />,
      }}
    >
      <StatementFields draft={revising.draft} change={revising.change} form={form} />
    </FormFrame>
  );
}

type StatementFieldsProps = {
  readonly draft: StatementDraft;
  readonly change: (entries: Partial<StatementDraft>) => void;
  readonly form: Form;
};

function StatementFields(props: StatementFieldsProps): JSX.Element {
  const { p, names } = usePrepareWords();
  const live = useLive();
  const words = useAddresseeWords();
  const meeting = () => live.view().meeting;
  const meant = createMemo(() =>
    resolveAddressees(props.draft.addressedTo, props.draft.issuerId ?? '', meeting().roster),
  );
  const nobody = () => meant().unknown.map((addressee) => addresseeName(meeting(), addressee, words));
  return (
    <>
      <TextInput
        label={p('statements.title')}
        value={props.draft.title}
        onValue={(title) => props.change({ title })}
        error={props.form.errorAt('title')}
        data-ceremonial=""
        autofocus
      />
      <TextInput
        label={p('statements.subject')}
        value={props.draft.subject}
        onValue={(subject) => props.change({ subject })}
        error={props.form.errorAt('subject')}
      />
      <TextArea
        label={p('statements.text')}
        hint={p('statements.text.hint')}
        value={props.draft.text}
        onValue={(text) => props.change({ text })}
        error={props.form.errorAt('text')}
        rows={6}
      />
      <OneName
        label={p('statements.issuerId')}
        hint={p('statements.issuerId.hint')}
        optional
        value={props.draft.issuerId}
        name={(rosterId) => nameOf(meeting(), rosterId)}
        options={attendeeOptions(meeting())}
        onChange={(issuerId) => props.change({ issuerId })}
        error={props.form.errorAt('issuerId')}
      />
      <Chosen
        label={p('statements.addressedTo')}
        hint={p('statements.addressedTo.hint')}
        optional
        chosen={props.draft.addressedTo}
        name={(addressee) => addresseeName(meeting(), addressee, words)}
        options={addresseeOptions(meeting(), words)}
        onChange={(addressedTo) => props.change({ addressedTo })}
        error={props.form.errorAt('addressedTo')}
      />
      <Show when={props.draft.addressedTo.length > 0}>
        <p data-part="meant" role="status">
          {p('statements.meant', { count: meant().recipients.length })}{' '}
          <Show when={nobody().length > 0}>{p('statements.nobody', { names: names().list(nobody()) })}</Show>
        </p>
      </Show>
    </>
  );
}
