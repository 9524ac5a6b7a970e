// The number on a certificate: unlike any other of the house, and found again from the record alone.

import { dayIn } from '../kernel/calendar.ts';
import { sha256Of } from '../kernel/digest.ts';
import type { Instant } from '../kernel/text.ts';
import type { LifecycleState } from './lifecycle.ts';

/**
 * `2021-1F8A93C0-007`: the year where the meeting is, the first 32 bits of the SHA-256 of the meeting's id (it keeps the
 * meetings of one year apart), and the place in the order of conferral.
 * @param place counted from 1
 */
export const certificateNumber = (
  { meetingId, timeZone }: Pick<LifecycleState, 'meetingId' | 'timeZone'>,
  place: number,
  at: Instant,
): string =>
  [dayIn(timeZone, at).slice(0, 4), sha256Of(meetingId).slice(0, 8).toUpperCase(), String(place).padStart(3, '0')].join(
    '-',
  );
