// The order of the list: what is under way, what is today, what comes next, what was. Pure.

import type { MeetingLine } from '../../api/meetings.ts';
import { formats } from '../../i18n/format.ts';

export type Section = 'now' | 'today' | 'upcoming' | 'past';

/** Of a meeting: where it stands in the list. A day is a day of the meeting's own time zone. */
export function sectionOf(
  meeting: Pick<MeetingLine, 'status' | 'startsAt' | 'endsAt' | 'timeZone'>,
  now: string,
): Section {
  const { status, startsAt, endsAt, timeZone } = meeting;
  if (status === 'open' || status === 'recess') return 'now';
  const over = status === 'closed' || status === 'minuted' || status === 'sealed' || status === 'cancelled';
  const { isoDay } = formats('en', timeZone);
  if (isoDay(startsAt) === isoDay(now)) return 'today';
  if (over) return 'past';
  return Date.parse(endsAt) < Date.parse(now) ? 'past' : 'upcoming';
}

const SECTIONS: readonly Section[] = ['now', 'today', 'upcoming', 'past'];

/** The sections that have meetings, in order: the soonest first, and of what was the latest first. */
export function sections(
  meetings: readonly MeetingLine[],
  now: string,
): readonly { readonly section: Section; readonly meetings: readonly MeetingLine[] }[] {
  const bySection = Map.groupBy(meetings, (meeting) => sectionOf(meeting, now));
  return SECTIONS.flatMap((section) => {
    const within = bySection.get(section) ?? [];
    if (within.length === 0) return [];
    const direction = section === 'past' ? -1 : 1;
    const ordered = within.toSorted((a, b) => direction * (Date.parse(a.startsAt) - Date.parse(b.startsAt)));
    return [{ section, meetings: ordered }];
  });
}
