// What waits for whoever looks after meetings, before the list: a line each, with the reason.

import { A } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { awayIn } from './concerns.ts';
import type { Concern } from './concerns.ts';
import { useFindingWords } from './words.tsx';

/** Lines before the others are asked for. */
const FIRST = 4;

export function ConcernLines(props: { readonly concerns: readonly Concern[]; readonly now: string }): JSX.Element {
  const { f, language } = useFindingWords();
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.concerns : props.concerns.slice(0, FIRST));
  const because = ({ meeting, reason }: Concern): string => {
    if (reason === 'closed' || reason === 'minuted') return f(`concern.${reason}`);
    const { value, unit } = awayIn(meeting.startsAt, props.now);
    const when = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(value, unit);
    return f(`concern.${reason}`, { when });
  };
  return (
    <section data-component="concerns">
      <h2>{f('concern.title')}</h2>
      <ul>
        <For each={shown()}>
          {(concern) => (
            <li data-reason={concern.reason}>
              <A href={`/meetings/${encodeURIComponent(concern.meeting.meetingId)}`}>
                <span data-part="title" dir="auto">
                  {concern.meeting.title}
                </span>
                <span data-part="reason">{because(concern)}</span>
              </A>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.concerns.length > shown().length}>
        <Button size="small" variant="quiet" onClick={() => setAll(true)}>
          {f('concern.all', { count: props.concerns.length })}
        </Button>
      </Show>
    </section>
  );
}
