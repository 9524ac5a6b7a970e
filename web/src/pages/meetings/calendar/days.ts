// Days of a calendar as `2021-05-26`, and what lies before and after them. A day here has no time zone and always the
// same length, so clocks that go forward or back change nothing.

import { formats } from '../../../i18n/format.ts';

export type Day = string;

const DAY = 86_400_000;

const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** The first and the last day that fits a calendar's page and an address. */
const FIRST = timeOf('1900-01-01');
const LAST = timeOf('9999-11-30');
const within = (time: number): number => Math.min(LAST, Math.max(FIRST, time));

/** So many days later, or earlier. */
export const addDays = (day: Day, days: number): Day => dayAt(within(timeOf(day) + days * DAY));

/** The same day of another month, or its last day where the month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayAt(within(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}

/** Day of the week as ISO 8601 counts it: 1 is Monday, 7 Sunday. */
export const weekday = (day: Day): number => new Date(timeOf(day)).getUTCDay() || 7;

/** The first day of the week that a day is in, where weeks begin on `first` (1 is Monday). */
export const weekStart = (day: Day, first: number): Day => addDays(day, -((weekday(day) - first + 7) % 7));

/** The seven days of a day's week. */
export const weekOf = (day: Day, first: number): readonly Day[] => {
  const start = weekStart(day, first);
  return Array.from({ length: 7 }, (_, place) => addDays(start, place));
};

/** The weeks that a day's month touches: four to six. */
export function monthOf(day: Day, first: number): readonly (readonly Day[])[] {
  const weeks: (readonly Day[])[] = [];
  const month = day.slice(0, 7);
  for (let week = weekOf(`${month}-01`, first); week.some((one) => one.startsWith(month));) {
    weeks.push(week);
    week = weekOf(addDays(week[6]!, 1), first);
  }
  return weeks;
}

/** The day that a key leads to from a day; undefined where the key is none of the calendar's. */
export function dayByKey(day: Day, key: string, view: 'month' | 'week', first: number): Day | undefined {
  const leads: Readonly<Record<string, () => Day>> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    Home: () => weekStart(day, first),
    End: () => addDays(weekStart(day, first), 6),
    PageUp: () => (view === 'month' ? addMonths(day, -1) : addDays(day, -7)),
    PageDown: () => (view === 'month' ? addMonths(day, 1) : addDays(day, 7)),
  };
  return Object.hasOwn(leads, key) ? leads[key]!() : undefined;
}

/** Days of one meeting that a calendar shows. */
const MOST_DAYS = 400;

/** The days on which a meeting takes place, in its own time zone. One that ends at midnight does not reach the next day. */
export function daysOf(meeting: {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}): readonly Day[] {
  const { isoDay } = formats('en', meeting.timeZone);
  const first = isoDay(meeting.startsAt);
  const last = isoDay(new Date(Math.max(Date.parse(meeting.startsAt), Date.parse(meeting.endsAt) - 1)).toISOString());
  const days = [first];
  while (days.at(-1)! < last && days.length < MOST_DAYS) days.push(addDays(days.at(-1)!, 1));
  return days;
}

/** The day on which a week begins where the language is spoken: 1 is Monday. Monday where the browser does not know. */
export function firstWeekday(language: string): number {
  // British English, as the dates are written in.
  const locale = new Intl.Locale(language === 'en' ? 'en-GB' : language) as Intl.Locale & {
    getWeekInfo?: () => { readonly firstDay: number };
    weekInfo?: { readonly firstDay: number };
  };
  return locale.getWeekInfo?.().firstDay ?? locale.weekInfo?.firstDay ?? 1;
}
