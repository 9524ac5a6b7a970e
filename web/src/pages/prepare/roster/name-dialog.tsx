// Adding or revising one name, over the page: the roster behind it may change meanwhile, what is typed stays.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { useLive } from '../../../live/use-live.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import type { Form } from '../form/form.ts';
import { createRevision } from '../form/revision.ts';
import { usePrepareWords } from '../words.tsx';
import { bodyDraft, bodyTyped, emptyName, personDraft, personTyped } from './name-draft.ts';
import type { NameDraft, NameKind } from './name-draft.ts';
import { NameFields } from './name-fields.tsx';
import { fieldNames } from './field-names.ts';

/** Which name is in hand; `rosterId` null: a new one. */
export type NameInHand = { readonly kind: NameKind; readonly rosterId: string | null };

export function NameDialog(props: { readonly of: NameInHand; readonly onClose: () => void }): JSX.Element {
  const { p } = usePrepareWords();
  const title = () => {
    if (props.of.rosterId !== null)
      return p(props.of.kind === 'attendee' ? 'roster.revisePerson' : 'roster.reviseDelegation');
    return p(props.of.kind === 'attendee' ? 'roster.addPerson' : 'roster.addDelegation');
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      title={title()}
    >
      <Show
        when={props.of.rosterId}
        fallback={<AddName kind={props.of.kind} label={title()} onClose={() => props.onClose()} />}
      >
        {(rosterId) => (
          <ReviseName kind={props.of.kind} rosterId={rosterId()} label={title()} onClose={() => props.onClose()} />
        )}
      </Show>
    </Dialog>
  );
}

type AddNameProps = { readonly kind: NameKind; readonly label: string; readonly onClose: () => void };

/** Words of the form's own about figures. */
function useFigureSentences(): () => Readonly<Record<string, string>> {
  const { p } = usePrepareWords();
  return () => ({ precedence: p('roster.precedence.invalid'), expected: p('roster.expected.invalid') });
}

function AddName(props: AddNameProps): JSX.Element {
  const sentences = useFigureSentences();
  const [draft, setDraft] = createStore<NameDraft>(emptyName());
  const done = () => props.onClose();
  // A dialog is made for one kind of name.
  // oxlint-disable-next-line solid/reactivity
  const isPerson = props.kind === 'attendee';
  const form: Form = isPerson
    ? createForm({ command: 'add-attendee', input: () => personTyped(draft), sentences, done })
    : createForm({ command: 'add-delegation', input: () => bodyTyped(draft), sentences, done });
  return (
    <FormFrame form={form} label={props.label} submit={props.label} onCancel={done}>
      <NameFields kind={props.kind} draft={draft} change={setDraft} form={form} isNew />
    </FormFrame>
  );
}

function ReviseName(props: AddNameProps & { readonly rosterId: string }): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const sentences = useFigureSentences();
  const roster = () => live.view().meeting.roster;
  const standing = (): NameDraft => {
    const attendee = roster().attendees.get(props.rosterId);
    return attendee ? personDraft(attendee) : bodyDraft(roster().delegations.get(props.rosterId)!);
  };
  const [draft, setDraft] = createStore<NameDraft>(standing());
  const revision = createRevision<NameDraft>(standing);
  const done = () => props.onClose();
  const changed = <Entry extends object>(typed: (draft: NameDraft) => Entry): Partial<Entry> => {
    const fields = Object.keys(revision.changes(draft));
    // A place that was there cannot be taken away, only changed: an empty field is as wrong as a word in it.
    const entries = Object.entries({ precedence: Number.NaN, ...typed(draft) });
    return Object.fromEntries(entries.filter(([field]) => fields.includes(field))) as Partial<Entry>;
  };
  // oxlint-disable-next-line solid/reactivity
  const { kind, rosterId } = props;
  const form: Form =
    kind === 'attendee'
      ? createForm({
          command: 'revise-attendee',
          input: () => ({ attendeeId: rosterId, ...changed(personTyped) }),
          sentences,
          done,
        })
      : createForm({
          command: 'revise-delegation',
          input: () => ({ delegationId: rosterId, ...changed(bodyTyped) }),
          sentences,
          done,
        });
  const begin = () => {
    revision.begin();
    setDraft(standing());
  };
  const meanwhile = () => revision.meanwhile().map((field) => p(fieldNames[field]));

  return (
    <FormFrame
      form={form}
      label={props.label}
      submit={p('form.save')}
      onCancel={done}
      meanwhile={{ fields: meanwhile(), onBegin: begin }}
    >
      <NameFields kind={kind} draft={draft} change={setDraft} form={form} />
    </FormFrame>
  );
}
