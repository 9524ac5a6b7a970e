// One delegation at the door: how many were to come, how many were counted, and a number to be changed by one or typed.

import { createEffect, createSignal, on, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../api/action.ts';
import type { CommandInput } from '../../api/command.ts';
import { createKeyed } from '../../api/keyed.ts';
import { useLive } from '../../live/use-live.tsx';
import { useMarks } from '../../meeting/marks.ts';
import { unitName } from '../../meeting/people.ts';
import { Button } from '../../ui/button.tsx';
import type { Body } from './door.ts';
import { useStewardWords } from './words.tsx';

/** A number as typed; null where it is none. */
const numberIn = (typed: string): number | null => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null);

export function BodyRow(props: {
  readonly body: Body;
  readonly venueId: string | null;
  readonly open: boolean;
}): JSX.Element {
  const { d } = useStewardWords();
  const live = useLive();
  const marks = useMarks();
  const recorded = () => String(props.body.counted ?? 0);
  const [typed, setTyped] = createSignal(recorded());
  // Whoever counted meanwhile is seen at once; a number that somebody is about to record here stays.
  createEffect(on(recorded, (now, before) => setTyped((mine) => (mine === before ? now : mine)), { defer: true }));
  const number = () => numberIn(typed());
  const step = (by: number) => setTyped(String(Math.max(0, (number() ?? props.body.counted ?? 0) + by)));
  // A number corrected after an attempt without an answer is another count, and asked for under a key of its own.
  const record = createKeyed(async (key, content) => {
    await live.send('count-delegation', JSON.parse(content) as CommandInput<'count-delegation'>, key);
  });
  const count = createAction((key) => {
    const venue = props.venueId === null ? {} : { venueId: props.venueId };
    return record(key, JSON.stringify({ delegationId: props.body.rosterId, count: number() ?? 0, ...venue }));
  });
  const isRecorded = () => props.body.counted !== null && number() === props.body.counted;
  return (
    <li data-component="body-row" data-marked={marks.by(props.body.rosterId)}>
      <h2 dir="auto">{props.body.name}</h2>
      <p data-part="about" dir="auto">
        <span>{unitName(props.body.unit)}</span>
        <span>
          {props.body.head === null ? d('delegation.noHead') : d('delegation.head', { name: props.body.head })}
        </span>
      </p>
      <p data-part="figures">
        <span>
          {props.body.expected === null
            ? d('delegation.unknown')
            : d('delegation.expected', { count: props.body.expected })}
        </span>
        <strong>
          {props.body.counted === null
            ? d('delegation.notCounted')
            : d('delegation.counted', { count: props.body.counted })}
        </strong>
        <Show when={marks.by(props.body.rosterId)}>
          {(by) => <span data-part="by">{d('row.by', { name: by() })}</span>}
        </Show>
      </p>
      <div data-part="stepper">
        <button type="button" aria-label={d('delegation.fewer')} disabled={!props.open} onClick={() => step(-1)}>
          −
        </button>
        <input
          type="text"
          inputmode="numeric"
          data-component="control"
          aria-label={d('delegation.number', { name: props.body.name })}
          aria-invalid={number() === null || undefined}
          value={typed()}
          disabled={!props.open}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" aria-label={d('delegation.more')} disabled={!props.open} onClick={() => step(1)}>
          +
        </button>
        <Show when={props.body.expected}>
          {(expected) => (
            <Button variant="quiet" disabled={!props.open} onClick={() => setTyped(String(expected()))}>
              {d('delegation.all', { count: expected() })}
            </Button>
          )}
        </Show>
      </div>
      <Button
        action={count}
        variant="primary"
        size="large"
        disabled={!props.open}
        reason={number() === null ? d('delegation.wrong') : isRecorded() ? d('delegation.recorded') : undefined}
      >
        {isRecorded() ? d('delegation.recorded') : d('delegation.record', { count: number() ?? '?' })}
      </Button>
    </li>
  );
}
