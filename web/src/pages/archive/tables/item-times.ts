// How long each item was planned for, was taken for, and was spoken on.

import { agendaProgress, speakingTimes } from '@rostrum/projections';
import type { MeetingView } from '@rostrum/projections';

export type ItemTimes = {
  readonly itemId: string;
  /** Its place on the agenda, from 1 on. */
  readonly number: number;
  readonly title: string;
  /** Seconds; null where nothing was planned. */
  readonly planned: number | null;
  readonly taken: number;
  readonly spoken: number;
};

/** The items that were planned or taken, in the order of the agenda, as they stood at an instant. */
export function itemTimes(view: MeetingView, at: string): readonly ItemTimes[] {
  const spoken = new Map(speakingTimes(view, at).byItem.map(({ itemId, seconds }) => [itemId, seconds]));
  const end = Date.parse(view.meeting.lifecycle.closedAt ?? at);
  return agendaProgress(view, at).items.flatMap(({ itemId, title, status, plannedMinutes }, place) => {
    const sittings = view.meeting.agenda.items.get(itemId)?.sittings ?? [];
    if (status === 'withdrawn' && sittings.length === 0) return [];
    const taken = sittings.reduce(
      (sum, { from, to }) => sum + (to === null ? end : Date.parse(to)) - Date.parse(from),
      0,
    );
    return [
      {
        itemId,
        number: place + 1,
        title,
        planned: plannedMinutes === null ? null : plannedMinutes * 60,
        taken: Math.max(0, Math.floor(taken / 1000)),
        spoken: spoken.get(itemId) ?? 0,
      },
    ];
  });
}
