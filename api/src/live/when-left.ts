// When somebody left who lost the connection: at once, or never, where they came back in time by another one.

import { whereaboutsOf } from '@rostrum/events';
import type { AttendanceState, Instant } from '@rostrum/events';

/** Milliseconds for which a broken connection still counts as there. */
export const GRACE_MS = 20_000;

/**
 * The end to record for a connection that broke off. Where the attendee is back by another connection, perhaps on another
 * node, before the grace is over, it is the moment at which that one began: so the two make one presence without a gap.
 * @param brokeOffAt when it was last there
 * @param backBy until when coming back counts as never having been away
 */
export function whenLeft(
  attendance: AttendanceState,
  attendeeId: string,
  sessionId: string,
  brokeOffAt: Instant,
  backBy: number,
): Instant {
  const brokeOff = Date.parse(brokeOffAt);
  let back = Infinity;
  for (const { sessionId: other, joined, left } of whereaboutsOf(attendance, attendeeId).sessions) {
    if (other === sessionId || joined === null || joined.via !== 'live') continue;
    const from = Date.parse(joined.at);
    if (from <= backBy && (left === null || Date.parse(left.at) > brokeOff)) back = Math.min(back, from);
  }
  return back > brokeOff && back <= backBy ? new Date(back).toISOString() : brokeOffAt;
}

/** What a session by the page is called, and the node on which it is. */
export const liveSessionId = (nodeId: string, id: string): string => `live.${nodeId}.${id}`;

/** The node of a session by the page; null for one of an earlier version, whose node is long gone. */
export function nodeOf(sessionId: string): string | null {
  const [, nodeId, id] = sessionId.split('.');
  return nodeId !== undefined && id !== undefined ? nodeId : null;
}
