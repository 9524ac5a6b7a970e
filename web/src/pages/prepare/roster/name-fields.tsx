// The fields of a person or of a delegation.

import type { Capacity } from '@rostrum/events';
import { unitsOnRoster } from '@rostrum/events';
import { createUniqueId, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { capacity } from '../../../catalogue.ts';
import { useLive } from '../../../live/use-live.tsx';
import { NumberInput, Select, TextInput } from '../../../ui/inputs.tsx';
import { OneName } from '../chosen.tsx';
import type { Form } from '../form/form.ts';
import { attendeeOptions, nameOf } from '../people-options.ts';
import { usePrepareWords } from '../words.tsx';
import type { NameDraft, NameKind } from './name-draft.ts';

export type NameFieldsProps = {
  readonly kind: NameKind;
  readonly draft: NameDraft;
  readonly change: (entries: Partial<NameDraft>) => void;
  readonly form: Form;
  readonly isNew?: boolean;
};

export function NameFields(props: NameFieldsProps): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const unitsId = createUniqueId();
  const meeting = () => live.view().meeting;
  const venues = () =>
    meeting()
      .roster.venues.values()
      .filter(({ withdrawn, venueId }) => !withdrawn || venueId === props.draft.venueId)
      .map(({ venueId, name }) => ({ value: venueId, label: name }));

  return (
    <>
      <TextInput
        label={p('name')}
        value={props.draft.name}
        onValue={(name) => props.change({ name })}
        error={props.form.errorAt('name')}
        data-ceremonial=""
        autofocus
      />
      <Show when={props.kind === 'attendee'}>
        <TextInput
          label={p('roster.title')}
          optional
          value={props.draft.title}
          onValue={(title) => props.change({ title })}
          error={props.form.errorAt('title')}
        />
      </Show>
      <TextInput
        label={p('roster.unit')}
        hint={p('roster.unit.hint')}
        value={props.draft.unit}
        onValue={(unit) => props.change({ unit })}
        error={props.form.errorAt('unit')}
        list={unitsId}
        autocomplete="off"
      />
      <datalist id={unitsId}>
        <For each={unitsOnRoster(meeting().roster)}>{(unit) => <option value={unit} />}</For>
      </datalist>
      <div data-part="row">
        <Select
          label={p('roster.capacity')}
          value={props.draft.capacity}
          onValue={(chosen) => props.change({ capacity: chosen as Capacity })}
          choices={capacity.options.map((value) => ({ value, label: t(`capacity.${value}`) }))}
        />
        <NumberInput
          label={p('roster.precedence')}
          hint={props.isNew ? p('roster.precedence.hint') : undefined}
          optional={props.isNew ?? false}
          value={props.draft.precedence}
          onValue={(precedence) => props.change({ precedence })}
          error={props.form.errorAt('precedence')}
        />
      </div>
      <Select
        label={p('roster.venue')}
        value={props.draft.venueId}
        onValue={(venueId) => props.change({ venueId })}
        empty={t('venue.remote')}
        choices={venues()}
        error={props.form.errorAt('venueId')}
      />
      <Show when={props.kind === 'delegation'}>
        <NumberInput
          label={p('roster.head-count')}
          optional
          value={props.draft.expected}
          onValue={(expected) => props.change({ expected })}
          error={props.form.errorAt('expected')}
        />
        <OneName
          label={p('roster.head')}
          hint={p('roster.head.hint')}
          optional
          value={props.draft.headId}
          name={(rosterId) => nameOf(meeting(), rosterId)}
          options={attendeeOptions(meeting())}
          onChange={(headId) => props.change(headId === null ? { headId } : { headId, headName: '' })}
          error={props.form.errorAt('headId')}
        />
        <Show when={props.draft.headId === null}>
          <TextInput
            label={p('roster.headName')}
            hint={p('roster.headName.hint')}
            optional
            value={props.draft.headName}
            onValue={(headName) => props.change({ headName })}
            error={props.form.errorAt('headName')}
          />
        </Show>
      </Show>
    </>
  );
}
