// How I was present: from when to when, how long of the meeting, and whether late or not to the end.

import { presenceOf } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function MyPresence(): JSX.Element {
  const { r, formats } = useRoomWords();
  const { live, meeting, mine } = useRoom();
  const time = (instant: string) => formats(meeting().lifecycle.timeZone).time(instant);
  const presence = () => {
    const { attendee } = mine();
    const { openedAt, closedAt } = meeting().lifecycle;
    if (attendee === null || openedAt === null) return undefined;
    return presenceOf(meeting(), live.view().attendance, attendee.attendeeId, closedAt ?? live.view().at ?? openedAt);
  };
  const about = () => {
    const now = presence();
    if (now?.status !== 'present' || meeting().lifecycle.closedAt === null) return '';
    return [
      r('part.presence.minutes', { count: Math.round(now.seconds / 60) }),
      ...(now.arrivedLate ? [r('part.presence.late')] : []),
      ...(now.leftEarly ? [r('part.presence.early')] : []),
    ].join(' · ');
  };
  return (
    <Show when={presence()}>
      {(now) => (
        <section aria-labelledby="part-presence">
          <h3 id="part-presence">{r('part.presence')}</h3>
          <Show when={now().status === 'present'} fallback={<p data-part="about">{r('part.presence.none')}</p>}>
            <ul data-part="plain">
              <For each={now().intervals}>
                {({ from, to }) => (
                  <li>
                    <span data-part="title">
                      {to === null
                        ? r('part.presence.since', { from: time(from) })
                        : r('part.presence.interval', { from: time(from), to: time(to) })}
                    </span>
                  </li>
                )}
              </For>
              <Show when={about()}>
                {(words) => (
                  <li>
                    <span data-part="about">{words()}</span>
                  </li>
                )}
              </Show>
            </ul>
          </Show>
        </section>
      )}
    </Show>
  );
}
