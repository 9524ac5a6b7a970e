// How many are present over time, as a curve of steps: the same count that opening and quorum go by, at every instant at
// which it changes.

import { intervalsOf } from '@rostrum/events';
import type { AttendanceState, Instant, MeetingState } from '@rostrum/events';

export type PresenceStep = { readonly at: Instant; readonly present: number };

type Change = { readonly ms: number; readonly rosterId: string; readonly count: number };

/**
 * The steps until an instant. Attendees count by name, delegations by their latest count; a delegation's head is in its
 * count and is not counted twice.
 */
export function presenceCurve(
  { roster }: MeetingState,
  attendance: AttendanceState,
  at: Instant,
): readonly PresenceStep[] {
  const changes = changesUntil({ roster }, attendance, at).toSorted((a, b) => a.ms - b.ms);
  const headOf = new Map<string, string>();
  const ledBy = new Map<string, string[]>();
  for (const { delegationId, headId, removed } of roster.delegations) {
    if (headId === null || removed) continue;
    headOf.set(delegationId, headId);
    ledBy.set(headId, [...(ledBy.get(headId) ?? []), delegationId]);
  }

  const counts = new Map<string, number>();
  const counted = (rosterId: string): number => {
    const inDelegation = (ledBy.get(rosterId) ?? []).some((delegationId) => (counts.get(delegationId) ?? 0) > 0);
    return inDelegation ? 0 : (counts.get(rosterId) ?? 0);
  };
  const steps: PresenceStep[] = [];
  let present = 0;
  for (const [place, { ms, rosterId, count }] of changes.entries()) {
    const head = headOf.get(rosterId);
    const concerned = head === undefined ? [rosterId] : [rosterId, head];
    const before = concerned.reduce((sum, id) => sum + counted(id), 0);
    counts.set(rosterId, count);
    present += concerned.reduce((sum, id) => sum + counted(id), 0) - before;
    const next = changes[place + 1];
    if (next?.ms !== ms && steps.at(-1)?.present !== present) steps.push({ at: new Date(ms).toISOString(), present });
  }
  return steps;
}

function changesUntil({ roster }: Pick<MeetingState, 'roster'>, attendance: AttendanceState, at: Instant): Change[] {
  const changes: Change[] = [];
  for (const { attendeeId, removed } of roster.attendees) {
    if (removed) continue;
    for (const { from, to } of intervalsOf(attendance, attendeeId, at)) {
      changes.push({ ms: Date.parse(from), rosterId: attendeeId, count: 1 });
      if (to !== null) changes.push({ ms: Date.parse(to), rosterId: attendeeId, count: 0 });
    }
  }
  for (const { delegationId, removed } of roster.delegations) {
    for (const { at: countedAt, count } of removed ? [] : (attendance.counts.get(delegationId) ?? [])) {
      if (Date.parse(countedAt) <= Date.parse(at))
        changes.push({ ms: Date.parse(countedAt), rosterId: delegationId, count });
    }
  }
  return changes;
}
