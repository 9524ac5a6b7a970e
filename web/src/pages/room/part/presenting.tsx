// The items of the agenda that I present.

import type { AgendaItem, MeetingState } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { Mine } from '../mine.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

/** The items that one presents, or a delegation one heads, in the agenda's order. */
export const presentedBy = ({ agenda }: MeetingState, { ids }: Mine): readonly AgendaItem[] =>
  agenda.order
    .flatMap((itemId) => agenda.items.get(itemId) ?? [])
    .filter(({ presenters }) => presenters.some((rosterId) => ids.includes(rosterId)));

export function Presenting(): JSX.Element {
  const { t, r } = useRoomWords();
  const { meeting, mine } = useRoom();
  const items = () => presentedBy(meeting(), mine());
  const about = (item: AgendaItem) =>
    [
      t(`kind.${item.kind}`),
      ...(item.plannedMinutes === null ? [] : [t('meeting.plannedMinutes', { count: item.plannedMinutes })]),
      t(`item.${item.status}`),
    ].join(' · ');
  return (
    <Show when={items().length > 0}>
      <section aria-labelledby="part-items">
        <h3 id="part-items">{r('part.items')}</h3>
        <ul data-part="plain">
          <For each={items()}>
            {(item) => (
              <li>
                <span data-part="title">
                  {meeting().agenda.order.indexOf(item.itemId) + 1}. {item.title}
                </span>
                <span data-part="about">{about(item)}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
