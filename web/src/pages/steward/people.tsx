// The names at the door: found by typing, or gone through one after another.

import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { Choice } from './choice.tsx';
import { listed } from './door.ts';
import type { Door, List } from './door.ts';
import { GuestRow } from './guest-row.tsx';
import { useStewardWords } from './words.tsx';

/** Rows shown at once; more come by a press, or the one by typing. */
const PART = 60;

const LISTS = ['missing', 'present', 'all'] as const satisfies readonly List[];
const EMPTY = { missing: 'list.noneMissing', present: 'list.nobodyHere', all: 'list.nobody' } as const;

export function People(props: {
  readonly door: Door;
  readonly venueId: string | null;
  readonly open: boolean;
}): JSX.Element {
  const { d } = useStewardWords();
  const [list, setList] = createSignal<List>('missing');
  const [typed, setTyped] = createSignal('');
  const [kept, setKept] = createSignal<ReadonlySet<string>>(new Set());
  const [parts, setParts] = createSignal(1);
  const [field, setField] = createSignal<HTMLElement>();

  const ids = createMemo(() => listed(props.door, props.venueId, { list: list(), typed: typed(), kept: kept() }));
  const shown = () => ids().slice(0, parts() * PART);
  const left = () => ids().length - shown().length;
  const anew = () => {
    setKept(new Set<string>());
    setParts(1);
  };
  const type = (text: string) => {
    anew();
    setTyped(text);
  };
  const clear = () => {
    type('');
    field()?.querySelector('input')?.focus();
  };
  return (
    <section data-component="steward-people" aria-label={d('kinds.people')}>
      <div data-part="find" ref={setField}>
        <TextInput
          type="search"
          label={d('find')}
          labelHidden
          placeholder={d('find.hint')}
          autocomplete="off"
          enterkeyhint="search"
          value={typed()}
          onValue={type}
        />
        <Show when={typed() !== ''}>
          <Button onClick={clear}>{d('find.clear')}</Button>
        </Show>
      </div>
      <Show
        when={typed().trim() === ''}
        fallback={
          <p data-part="found" role="status">
            {ids().length === 0 ? d('list.nobodyFound') : d('list.found', { count: ids().length })}
          </p>
        }
      >
        <Choice
          label={d('lists.label')}
          value={list()}
          options={LISTS.map((value) => ({ value, label: d(`lists.${value}`) }))}
          onValue={(chosen) => {
            anew();
            setList(chosen);
          }}
        />
        <Show when={ids().length === 0}>
          <p data-part="nobody">{d(EMPTY[list()])}</p>
        </Show>
      </Show>
      <ul data-part="rows">
        <For each={shown()}>
          {(rosterId) => (
            <Show when={props.door.guests.get(rosterId)}>
              {(guest) => (
                <GuestRow
                  guest={guest()}
                  venueId={props.venueId}
                  open={props.open}
                  onTouched={() => setKept((before) => new Set([...before, rosterId]))}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
      <Show when={left() > 0}>
        <Button onClick={() => setParts((now) => now + 1)}>{d('list.more', { count: Math.min(PART, left()) })}</Button>
      </Show>
    </section>
  );
}
