// Answering the invitation on somebody's behalf: they wrote a letter or called.

import { createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Select, TextInput } from '../../../../ui/inputs.tsx';
import { FormFrame } from '../../form/form-frame.tsx';
import { createForm } from '../../form/form.ts';
import { typedText } from '../../form/typed.ts';
import { usePrepareWords } from '../../words.tsx';
import type { TableName } from './columns.ts';

const answers = ['accepted', 'declined', 'substituted'] as const;
type Answer = (typeof answers)[number];

type AnswerDialogProps = { readonly name: TableName; readonly onClose: () => void };

export function AnswerDialog(props: AnswerDialogProps): JSX.Element {
  const { p } = usePrepareWords();
  // The dialog begins with the answer that stands.
  // oxlint-disable-next-line solid/reactivity
  const { rosterId, answer, substitute } = props.name;
  const [chosen, setChosen] = createSignal<Answer>(answer === null || answer === 'none' ? 'accepted' : answer);
  const [name, setName] = createSignal(substitute?.name ?? '');
  const [title, setTitle] = createSignal(substitute?.title ?? '');
  const [note, setNote] = createSignal('');
  const form = createForm({
    command: 'answer-invitation',
    input: () => ({
      attendeeId: rosterId,
      answer: chosen(),
      substitute: chosen() === 'substituted' ? { name: name().trim(), title: typedText(title()) } : null,
      note: typedText(note()),
    }),
    done: () => props.onClose(),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={p('answer.title', { name: props.name.name })}
      description={p('answer.text')}
      width="narrow"
    >
      <FormFrame form={form} label={p('answer.filter')} submit={p('form.save')} onCancel={() => props.onClose()}>
        <Select
          label={p('column.answer')}
          value={chosen()}
          onValue={(value) => setChosen(value as Answer)}
          choices={answers.map((value) => ({ value, label: p(`answer.${value}`) }))}
          error={form.errorAt('answer')}
        />
        <Show when={chosen() === 'substituted'}>
          <TextInput
            label={p('answer.substitute')}
            value={name()}
            onValue={setName}
            error={form.errorAt('substitute.name')}
          />
          <TextInput
            label={p('roster.title')}
            optional
            value={title()}
            onValue={setTitle}
            error={form.errorAt('substitute.title')}
          />
        </Show>
        <TextInput label={p('answer.note')} optional value={note()} onValue={setNote} error={form.errorAt('note')} />
      </FormFrame>
    </Dialog>
  );
}
