// Who is commended: names from the roster, or names and units as they are typed.

import { Index, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { personOf } from '../../../meeting/people.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, FieldGroup } from '../../../ui/field.tsx';
import { Finder } from '../../../ui/finder.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { TextInput } from '../../../ui/inputs.tsx';
import type { Form } from '../form/form.ts';
import { nameOptions } from '../people-options.ts';
import { usePrepareWords } from '../words.tsx';
import { emptyRecipient } from './commendation-draft.ts';
import type { RecipientDraft } from './commendation-draft.ts';

export type RecipientsFieldProps = {
  readonly recipients: readonly RecipientDraft[];
  readonly onChange: (recipients: readonly RecipientDraft[]) => void;
  readonly form: Form;
};

export function RecipientsField(props: RecipientsFieldProps): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const left = () =>
    nameOptions(meeting()).filter(({ value }) => !props.recipients.some(({ rosterId }) => rosterId === value));
  const add = (recipient: RecipientDraft) => props.onChange([...props.recipients, recipient]);
  const addFromRoster = (rosterId: string) => {
    const person = personOf(meeting(), rosterId);
    if (person) add({ name: person.name, unit: person.unit, rosterId });
  };
  const change = (place: number, entries: Partial<RecipientDraft>) =>
    props.onChange(props.recipients.with(place, { ...props.recipients[place]!, ...entries }));

  return (
    <FieldGroup
      label={p('commendations.recipients')}
      hint={p('commendations.recipients.hint')}
      error={props.form.errorOf('recipients')}
      optional
    >
      <ol data-component="recipients">
        <Index each={props.recipients}>
          {(recipient, place) => (
            <li>
              <TextInput
                label={p('name')}
                value={recipient().name}
                onValue={(name) => change(place, { name })}
                error={props.form.errorAt(`recipients[${place}].name`)}
              />
              <TextInput
                label={p('roster.unit')}
                optional
                value={recipient().unit}
                onValue={(unit) => change(place, { unit })}
                error={props.form.errorAt(`recipients[${place}].unit`)}
              />
              <Button
                variant="quiet"
                square
                aria-label={p('chosen.remove', { name: recipient().name || String(place + 1) })}
                onClick={() => props.onChange(props.recipients.toSpliced(place, 1))}
              >
                <Icon name="close" />
              </Button>
              <Show when={recipient().rosterId}>
                <span data-part="about">{p('commendations.onRoster')}</span>
              </Show>
            </li>
          )}
        </Index>
      </ol>
      <div data-component="recipients-add">
        <Field label={p('commendations.fromRoster')}>
          {(ties) => (
            <Finder
              {...ties}
              options={left()}
              onSelect={({ value }) => addFromRoster(value)}
              empty={p('finder.empty')}
              placeholder={p('finder.type')}
            />
          )}
        </Field>
        <Button onClick={() => add(emptyRecipient())}>
          <Icon name="add" />
          {p('commendations.otherName')}
        </Button>
      </div>
    </FieldGroup>
  );
}
