// What waits for whoever looks after meetings: drafts that begin soon or should have begun, meetings over whose record is
// not complete. Pure.

import type { MeetingLine, MeetingsQuery } from '../../api/meetings.ts';

/** Days before its start from which a draft concerns. */
const SOON = 14;
/** Days after its end for which a draft that was never convened concerns. */
const LATE = 30;
const DAY = 86_400_000;

export type Reason = 'soon' | 'late' | 'closed' | 'minuted';
export type Concern = { readonly meeting: MeetingLine; readonly reason: Reason };

/** What to ask for: drafts around now, and what was closed and is not sealed, the latest first. */
export function concernQueries(now: string): { readonly drafts: MeetingsQuery; readonly over: MeetingsQuery } {
  const time = Date.parse(now);
  return {
    drafts: {
      status: ['draft'],
      from: new Date(time - LATE * DAY).toISOString(),
      to: new Date(time + SOON * DAY).toISOString(),
      order: 'earliest-first',
    },
    over: { status: ['closed', 'minuted'], order: 'latest-first' },
  };
}

/** Why a meeting concerns; undefined where it does not. */
export function reasonOf({ status, startsAt, unreadable }: MeetingLine, now: string): Reason | undefined {
  if (unreadable) return undefined;
  if (status === 'closed' || status === 'minuted') return status;
  if (status !== 'draft') return undefined;
  const away = Date.parse(startsAt) - Date.parse(now);
  return away < 0 ? 'late' : away <= SOON * DAY ? 'soon' : undefined;
}

const RANK: readonly Reason[] = ['soon', 'late', 'closed', 'minuted'];

/** What concerns, the most pressing first: what begins soonest, then what is left behind. */
export const concernsIn = (meetings: readonly MeetingLine[], now: string): readonly Concern[] =>
  meetings
    .flatMap((meeting) => {
      const reason = reasonOf(meeting, now);
      return reason === undefined ? [] : [{ meeting, reason }];
    })
    .toSorted((a, b) => RANK.indexOf(a.reason) - RANK.indexOf(b.reason));

/** How far away an instant is, in the unit in which one would say it, for `Intl.RelativeTimeFormat`. */
export function awayIn(
  instant: string,
  now: string,
): { readonly value: number; readonly unit: 'day' | 'hour' | 'minute' } {
  const minutes = Math.round((Date.parse(instant) - Date.parse(now)) / 60_000);
  if (Math.abs(minutes) < 60) return { value: minutes, unit: 'minute' };
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24 ? { value: hours, unit: 'hour' } : { value: Math.round(hours / 24), unit: 'day' };
}
