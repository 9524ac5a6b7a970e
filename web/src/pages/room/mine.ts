// What one is in a meeting: the names of the roster that one acts for, oneself and the delegations one heads.

import { isSameOrBelow } from '@rostrum/events';
import type { Actor, Attendee, Delegation, MeetingState } from '@rostrum/events';

export type Mine = {
  /** One's own entry; null for an account, which is on no roster. */
  readonly attendee: Attendee | null;
  readonly led: readonly Delegation[];
  /** Roster ids, one's own first. */
  readonly ids: readonly string[];
  /** One's own unit and those of the delegations one heads. */
  readonly units: readonly string[];
};

const NOBODY: Mine = { attendee: null, led: [], ids: [], units: [] };

/** Whom the actor acts for, by the roster as it stands. */
export function mineOn(roster: MeetingState['roster'], me: Actor | null): Mine {
  const attendee = me?.kind === 'attendee' ? roster.attendees.get(me.id) : undefined;
  if (!attendee || attendee.removed) return NOBODY;
  const led = roster.delegations.values().filter(({ headId, removed }) => headId === attendee.attendeeId && !removed);
  return {
    attendee,
    led,
    ids: [attendee.attendeeId, ...led.map(({ delegationId }) => delegationId)],
    units: [...new Set([attendee.unit, ...led.map(({ unit }) => unit)])],
  };
}

/** True where what is meant for the path is meant for one of these units too. */
export const isOfUnit = (mine: Mine, path: string): boolean => mine.units.some((unit) => isSameOrBelow(unit, path));
