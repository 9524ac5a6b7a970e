// The schedule form as it is filled in, and what it becomes: the input of `schedule-meeting`, or what is wrong where.

import type { CommandInput } from '../../api/command.ts';
import type { InputError } from '../../api/problem.ts';
import { meetingCommands } from '../../catalogue.ts';
import { ownTimeZone } from '../../i18n/format.ts';
import { recordLanguage } from '../../i18n/words.ts';
import type { Language } from '../../i18n/words.ts';
import { addDays } from '../meetings/calendar/days.ts';
import type { Parts } from './begin/carry.ts';
import { instantOf, nextDay } from './zoned.ts';

export type VenueDraft = { readonly venueId: string; readonly name: string };

/** Everything as it was typed. */
export type Draft = {
  readonly title: string;
  readonly organisation: string;
  /** One purpose a line. */
  readonly purpose: string;
  readonly languages: readonly Language[];
  readonly day: string;
  readonly starts: string;
  readonly ends: string;
  /** The day it ends on, where it goes on for days; empty where the times say it all. */
  readonly lastDay: string;
  readonly timeZone: string;
  readonly form: 'video' | 'hybrid' | 'on-site';
  readonly quorum: string;
  readonly venues: readonly VenueDraft[];
  /** The id of the main venue; empty where there is none. */
  readonly main: string;
};

/** Sentences that the form has for itself; the catalogue's own come as it writes them. */
export type DraftWords = {
  readonly timeMissing: string;
  readonly noSuchTime: string;
  readonly quorumInvalid: string;
  readonly languagesNone: string;
};

/** A form to begin with: the next working day, nine to eleven, in the reader's zone and language. */
export function emptyDraft(language: string, today: Date): Draft {
  const day = new Date(today);
  do day.setDate(day.getDate() + 1);
  while (day.getDay() === 0 || day.getDay() === 6);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    title: '',
    organisation: '',
    purpose: '',
    languages: [recordLanguage(language)],
    day: `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    starts: '09:00',
    ends: '11:00',
    lastDay: '',
    timeZone: ownTimeZone(),
    form: 'video',
    quorum: '',
    venues: [],
    main: '',
  };
}

/** True where the end is given as a time of the following day: `22:00` to `01:00`. */
export const endsNextDay = ({ starts, ends, lastDay }: Draft): boolean =>
  lastDay === '' && starts !== '' && ends !== '' && ends <= starts;

/** The draft's days moved to another first day: it goes on for as many as before. */
export function onDay({ day: before, lastDay }: Draft, day: string): Pick<Draft, 'day' | 'lastDay'> {
  if (lastDay === '' || before === '' || day === '') return { day, lastDay };
  return { day, lastDay: addDays(day, (Date.parse(lastDay) - Date.parse(before)) / 86_400_000) };
}

export type Reading =
  | { readonly input: CommandInput<'schedule-meeting'>; readonly errors: readonly [] }
  | { readonly input: null; readonly errors: readonly InputError[] };

/**
 * Reads the form as the catalogue's schema will: paths of errors are those of the input.
 * @param parts what the meeting takes over beside what is typed
 */
export function readDraft(draft: Draft, words: DraftWords, parts: Partial<Parts> = {}): Reading {
  const startsAt = instantOf(draft.day, draft.starts, draft.timeZone);
  const lastDay = endsNextDay(draft) ? nextDay(draft.day) : draft.lastDay || draft.day;
  const endsAt = instantOf(lastDay, draft.ends, draft.timeZone);
  const input = {
    title: draft.title,
    organisation: draft.organisation,
    purpose: draft.purpose.split('\n').filter((line) => line.trim() !== ''),
    languages: [...draft.languages],
    form: draft.form,
    quorum: draft.quorum.trim() === '' ? null : wholeNumber(draft.quorum),
    timeZone: draft.timeZone,
    startsAt: startsAt ?? '',
    endsAt: endsAt ?? '',
    venues: draft.venues.map(({ venueId, name }) => ({ venueId, name, main: venueId === draft.main })),
    ...parts,
  };
  const parsed = meetingCommands['schedule-meeting'].input.safeParse(input);
  if (parsed.success) return { input, errors: [] };

  const missing = (day: string, time: string) => (day === '' || time === '' ? words.timeMissing : words.noSuchTime);
  const ownWords: Readonly<Record<string, string | undefined>> = {
    quorum: words.quorumInvalid,
    languages: words.languagesNone,
    ...(startsAt === null ? { startsAt: missing(draft.day, draft.starts) } : {}),
    ...(endsAt === null ? { endsAt: missing(draft.day, draft.ends) } : {}),
  };
  const errors = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const path = pathText(issue.path);
    if (!errors.has(path)) errors.set(path, ownWords[path] ?? issue.message);
  }
  return { input: null, errors: Array.from(errors, ([path, message]) => ({ path, message })) };
}

/** The number that was typed; for anything but a whole number one that no schema takes. */
const wholeNumber = (text: string): number => (/^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN);

/** `venues[0].name`, as the server writes it. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
    '',
  );
}
