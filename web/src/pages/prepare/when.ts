// When a meeting takes place, as one line.

import type { LifecycleState } from '@rostrum/events';
import type { Formats } from '../../i18n/format.ts';

/** `Wednesday, 26 May 2021 · 09:00–11:50 GMT+8`; both days where they differ. */
export function whenText({ startsAt, endsAt }: Pick<LifecycleState, 'startsAt' | 'endsAt'>, formats: Formats): string {
  const { longDay, time, isoDay, zone } = formats;
  const end = isoDay(startsAt) === isoDay(endsAt) ? time(endsAt) : `${longDay(endsAt)} · ${time(endsAt)}`;
  const dash = isoDay(startsAt) === isoDay(endsAt) ? '–' : ' – ';
  return `${longDay(startsAt)} · ${time(startsAt)}${dash}${end} ${zone(startsAt)}`;
}
