// The form of a meeting made after a past one: the same outline, its day moved to the next anniversary on the same day of
// the week, and the year in its title with it. Pure.

import { formats } from '../../../i18n/format.ts';
import { languages } from '../../../i18n/words.ts';
import type { Language } from '../../../i18n/words.ts';
import { addDays, addMonths, weekday } from '../../meetings/calendar/days.ts';
import { onDay } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { textIn } from '../templates/template.ts';
import type { Template } from '../templates/template.ts';
import { carriable } from './carry.ts';
import type { Past } from './past.ts';

/** The first anniversary of a day after another day, on the same day of the week. */
export function anniversary(day: string, after: string): string {
  for (let years = 1; ; years++) {
    const same = addMonths(day, 12 * years);
    // From three days before to three days after.
    const away = ((weekday(day) - weekday(same) + 10) % 7) - 3;
    const moved = addDays(same, away);
    if (moved > after || same >= '9999') return moved;
  }
}

/** A time of the clock so many minutes after another: `23:30` and 45 give `00:15`. */
export function timeAfter(time: string, minutes: number): string {
  const [hours, rest] = time.split(':').map(Number) as [number, number];
  const total = (hours * 60 + rest + minutes) % 1440;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`;
}

/** The title with the year of the day it had replaced by that of its new one. */
export const titleMoved = (title: string, from: string, to: string): string =>
  title.replace(new RegExp(`(?<!\\d)${from.slice(0, 4)}(?!\\d)`), to.slice(0, 4));

/** The draft of a meeting like a past one. */
export function draftAfter(past: Past, draft: Draft, today: string): Draft {
  const { lifecycle } = past.meeting;
  const { isoDay, time } = formats('en', lifecycle.timeZone);
  const was = isoDay(lifecycle.startsAt);
  const day = anniversary(was, today);
  const [starts, ends] = [time(lifecycle.startsAt), time(lifecycle.endsAt)];
  const ended = isoDay(lifecycle.endsAt);
  // The times alone tell of an end on the same day, or after midnight.
  const bySameTimes = ends <= starts ? addDays(was, 1) : was;
  const { lastDay } = onDay({ ...draft, day: was, lastDay: ended === bySameTimes ? '' : ended }, day);
  const known = lifecycle.languages.filter((tag): tag is Language => Object.hasOwn(languages, tag));
  const { venues } = carriable(past);
  return {
    ...draft,
    title: titleMoved(lifecycle.title, was, day),
    organisation: lifecycle.organisation,
    purpose: lifecycle.purpose.join('\n'),
    languages: known.length > 0 ? known : draft.languages,
    day,
    lastDay,
    starts,
    ends,
    timeZone: lifecycle.timeZone,
    form: lifecycle.form,
    quorum: lifecycle.quorum === null ? '' : String(lifecycle.quorum),
    venues: venues.map(({ venueId, name }) => ({ venueId, name })),
    main: venues.find(({ main }) => main)?.venueId ?? '',
  };
}

/** The draft of a meeting from a template: what was typed stays. */
export const draftFrom = (template: Template, draft: Draft): Draft => ({
  ...draft,
  form: template.form,
  purpose:
    draft.purpose.trim() === ''
      ? template.purpose.map((line) => textIn(line, draft.languages)).join('\n')
      : draft.purpose,
});
