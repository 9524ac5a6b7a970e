// What narrows the meetings: words, and behind a button the state, the form, the organisation and a time, each with how
// many meetings it would bring.

import { createSignal, Show, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import type { MeetingCounts } from '../../../api/meetings.ts';
import { Button } from '../../../ui/button.tsx';
import { Select, TextInput } from '../../../ui/inputs.tsx';
import type { Choice as Option } from '../../../ui/inputs.tsx';
import { cleared, filtersSet, isNarrowed } from '../choice.ts';
import type { Choice, Form } from '../choice.ts';
import { useFindingWords } from '../words.tsx';
import { createLater } from './create-later.ts';
import './filters.css';

/** States as a reader chooses them: a recess is part of being under way. */
const STATES = ['draft', 'convened', 'open,recess', 'closed', 'minuted', 'sealed', 'cancelled'] as const;

export type FiltersProps = {
  readonly choice: Choice;
  /** Typing replaces the address; everything else is a step that one can go back from. */
  readonly change: (entries: Partial<Choice>, options?: { readonly replace: boolean }) => void;
  readonly counts: MeetingCounts | undefined;
  /** How many meetings there are; undefined while nobody knows. */
  readonly found: number | undefined;
};

export function Filters(props: FiltersProps): JSX.Element {
  const { t, f } = useFindingWords();
  const [open, setOpen] = createSignal(untrack(() => filtersSet(props.choice) > 0));
  const search = createLater((q: string) => props.change({ q }, { replace: true }), 250);

  const counted = (kind: keyof MeetingCounts, values: readonly string[]): number =>
    props.counts?.[kind].reduce((sum, { value, meetings }) => sum + (values.includes(value) ? meetings : 0), 0) ?? 0;
  const labelled = (label: string, count: number): string =>
    props.counts && count > 0 ? f('find.counted', { label, count }) : label;

  const states = (): Option[] =>
    STATES.map((value) => {
      const label = value === 'open,recess' ? f('find.status.underway') : t(`status.${value}`);
      return { value, label: labelled(label, counted('status', value.split(','))) };
    });
  const forms = (): Option[] =>
    (['video', 'hybrid', 'on-site'] as const).map((value) => ({
      value,
      label: labelled(t(`form.${value}`), counted('form', [value])),
    }));
  const organisations = (): Option[] => {
    const known = props.counts?.organisation ?? [];
    const chosen = props.choice.organisation;
    const missing =
      chosen !== '' && known.every(({ value }) => value !== chosen) ? [{ value: chosen, label: chosen }] : [];
    return [
      ...missing,
      ...known.map(({ value, meetings }) => ({ value, label: f('find.counted', { label: value, count: meetings }) })),
    ];
  };
  const clear = () => {
    search.forget();
    props.change(cleared);
  };
  const active = () => filtersSet(props.choice);

  return (
    <search data-component="meeting-filters">
      <div data-part="first">
        <TextInput
          type="search"
          labelHidden
          label={f('find.search')}
          placeholder={f('find.search')}
          value={props.choice.q}
          onValue={search.call}
          maxlength={200}
          dir="auto"
        />
        <Button aria-expanded={open()} aria-controls="meeting-filters" onClick={() => setOpen((was) => !was)}>
          {active() > 0 ? f('find.more.active', { count: active() }) : f('find.more')}
        </Button>
        <Show when={isNarrowed(props.choice)}>
          <Button variant="quiet" onClick={clear}>
            {f('find.clear')}
          </Button>
          <p data-part="found" role="status">
            {props.found === undefined ? '' : f('find.found', { count: props.found })}
          </p>
        </Show>
      </div>
      <div data-part="others" id="meeting-filters" hidden={!open()}>
        <Select
          label={f('find.status')}
          empty={f('find.status.any')}
          value={props.choice.status.join(',')}
          onValue={(value) => props.change({ status: (value === '' ? [] : value.split(',')) as Choice['status'] })}
          choices={states()}
        />
        <Select
          label={f('find.form')}
          empty={f('find.form.any')}
          value={props.choice.form.join(',')}
          onValue={(value) => props.change({ form: value === '' ? [] : [value as Form] })}
          choices={forms()}
        />
        <Select
          label={f('find.organisation')}
          empty={f('find.organisation.any')}
          value={props.choice.organisation}
          onValue={(organisation) => props.change({ organisation })}
          choices={organisations()}
        />
        <TextInput
          type="date"
          label={f('find.from')}
          value={props.choice.from}
          max={props.choice.to || undefined}
          onValue={(from) => props.change({ from })}
        />
        <TextInput
          type="date"
          label={f('find.to')}
          value={props.choice.to}
          min={props.choice.from || undefined}
          onValue={(to) => props.change({ to })}
        />
      </div>
    </search>
  );
}
