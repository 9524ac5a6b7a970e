// Some acts belong to an agenda item: a commendation is conferred while a commendation item is open, and not otherwise.

import { reject } from '../kernel/decision.ts';
import type { ItemKind } from './agenda.ts';
import type { MeetingState } from './meeting.ts';
import { outOfSeason } from './season.ts';

/**
 * The agenda item under which something is done now, or the refusal that says which item to call.
 * @param kind the kind of item that the act belongs to; without it, any item will do
 */
export function underItem({ lifecycle, agenda }: MeetingState, kind?: ItemKind) {
  const refusal = outOfSeason({ during: ['open'] }, lifecycle.status);
  if (refusal) return { decision: refusal };
  const item = agenda.open === null ? undefined : agenda.items.get(agenda.open);
  const wanted = kind === undefined ? 'an agenda item' : `an agenda item of the kind “${kind}”`;
  if (!item)
    return {
      decision: reject.conflict('agenda.no-item', `This is done under ${wanted}. Call one first.`, {
        kind: kind ?? null,
      }),
    };
  if (kind !== undefined && item.kind !== kind) {
    return {
      decision: reject.conflict(
        'agenda.other-item',
        `This is done under ${wanted}, and “${item.title}” is open. Conclude it and call one.`,
        { kind, openItemId: item.itemId, openKind: item.kind },
      ),
    };
  }
  return { item };
}
