// The cells of an agenda item while it is edited.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { ItemKind } from '@rostrum/events';
import { itemKind } from '../../../catalogue.ts';
import { useLive } from '../../../live/use-live.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { Checkbox, NumberInput, Select, TextArea, TextInput } from '../../../ui/inputs.tsx';
import { Chosen } from '../chosen.tsx';
import type { Form } from '../form/form.ts';
import { nameOf, nameOptions } from '../people-options.ts';
import { usePrepareWords } from '../words.tsx';
import type { ItemDraft } from './item-draft.ts';

export type ItemFieldsProps = {
  readonly draft: ItemDraft;
  readonly change: (entries: Partial<ItemDraft>) => void;
  readonly form: Form;
};

export function ItemFields(props: ItemFieldsProps): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const documents = () =>
    meeting()
      .documents.all.values()
      .filter(({ withdrawn, documentId }) => withdrawn === null || props.draft.documents.includes(documentId));
  const toggle = (documentId: string, chosen: boolean) => {
    const others = props.draft.documents.filter((other) => other !== documentId);
    props.change({ documents: chosen ? [...others, documentId] : others });
  };

  return (
    <>
      <div data-part="cells">
        <TextInput
          label={p('agenda.title')}
          value={props.draft.title}
          onValue={(title) => props.change({ title })}
          error={props.form.errorAt('title')}
          data-ceremonial=""
          data-cell="title"
          autocomplete="off"
          dir="auto"
        />
        <Select
          label={p('agenda.kind')}
          value={props.draft.kind}
          onValue={(kind) => props.change({ kind: kind as ItemKind })}
          choices={itemKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          data-cell="kind"
        />
        <NumberInput
          label={p('agenda.minutes.short')}
          value={props.draft.plannedMinutes}
          onValue={(plannedMinutes) => props.change({ plannedMinutes })}
          error={props.form.errorAt('plannedMinutes')}
          data-cell="plannedMinutes"
        />
      </div>
      <div data-part="more">
        <div data-cell="presenters">
          <Chosen
            label={p('agenda.presenters')}
            error={props.form.errorAt('presenters')}
            optional
            ordered
            chosen={props.draft.presenters}
            name={(rosterId) => nameOf(meeting(), rosterId)}
            options={nameOptions(meeting())}
            onChange={(presenters) => props.change({ presenters })}
          />
        </div>
        <TextArea
          label={p('agenda.topics')}
          placeholder={p('agenda.topics.hint')}
          optional
          rows={2}
          value={props.draft.topics}
          onValue={(topics) => props.change({ topics })}
          error={props.form.errorAt('topics')}
          dir="auto"
        />
      </div>
      <Show when={documents().length > 0}>
        <FieldGroup label={p('agenda.documents')} error={props.form.errorAt('documents')} optional>
          <div data-part="choices">
            <For each={documents().map(({ documentId }) => documentId)}>
              {(documentId) => (
                <Checkbox
                  label={meeting().documents.all.get(documentId)?.title}
                  checked={props.draft.documents.includes(documentId)}
                  onChecked={(chosen) => toggle(documentId, chosen)}
                />
              )}
            </For>
          </div>
        </FieldGroup>
      </Show>
    </>
  );
}
