// The outline of a meeting as a form holds it, and when it takes place as day and time of the meeting's own zone.

import type { LifecycleState } from '@rostrum/events';
import type { CommandInput } from '../../../api/command.ts';
import { formats } from '../../../i18n/format.ts';
import { instantOf } from '../../schedule/zoned.ts';
import { numberShown, typedLines, typedNumber } from '../form/typed.ts';

export type OutlineDraft = {
  readonly title: string;
  readonly organisation: string;
  /** One purpose a line. */
  readonly purpose: string;
  readonly languages: readonly string[];
  readonly form: LifecycleState['form'];
  readonly quorum: string;
};

export type Outline = {
  title: string;
  organisation: string;
  purpose: string[];
  languages: string[];
  form: LifecycleState['form'];
  quorum: number | null;
};

/** What a meeting is, without when. */
export const outlineOf = (meeting: LifecycleState): Outline => ({
  title: meeting.title,
  organisation: meeting.organisation,
  purpose: [...meeting.purpose],
  languages: [...meeting.languages],
  form: meeting.form,
  quorum: meeting.quorum,
});

export const outlineDraft = ({ title, organisation, purpose, languages, form, quorum }: Outline): OutlineDraft => ({
  title,
  organisation,
  purpose: purpose.join('\n'),
  languages: [...languages],
  form,
  quorum: numberShown(quorum),
});

/** The outline that was typed. */
export const outlineTyped = (draft: OutlineDraft): Outline => ({
  title: draft.title.trim(),
  organisation: draft.organisation.trim(),
  purpose: typedLines(draft.purpose),
  languages: [...draft.languages],
  form: draft.form,
  quorum: typedNumber(draft.quorum),
});

export type TermDraft = {
  readonly timeZone: string;
  readonly startDay: string;
  readonly starts: string;
  readonly endDay: string;
  readonly ends: string;
  readonly reason: string;
};

export type Term = Pick<CommandInput<'reschedule-meeting'>, 'timeZone' | 'startsAt' | 'endsAt'>;

export const termDraft = ({
  timeZone,
  startsAt,
  endsAt,
}: Pick<LifecycleState, 'timeZone' | 'startsAt' | 'endsAt'>): TermDraft => {
  const { isoDay, time } = formats('en', timeZone);
  return {
    timeZone,
    startDay: isoDay(startsAt),
    starts: time(startsAt),
    endDay: isoDay(endsAt),
    ends: time(endsAt),
    reason: '',
  };
};

/** The time that was typed; an instant that does not exist is empty, which no schema takes. */
export const termTyped = ({ timeZone, startDay, starts, endDay, ends }: TermDraft): Term => ({
  timeZone,
  startsAt: instantOf(startDay, starts, timeZone) ?? '',
  endsAt: instantOf(endDay, ends, timeZone) ?? '',
});

/**
 * The draft with another first day: the last day moves along, so that the meeting stays as long as it was.
 * @param startDay `2021-05-26`
 */
export function withStartDay(draft: TermDraft, startDay: string): TermDraft {
  const [from, to, last] = [draft.startDay, startDay, draft.endDay].map((day) => Date.parse(`${day}T00:00:00Z`)) as [
    number,
    number,
    number,
  ];
  const moved = last + (to - from);
  const endDay = Number.isNaN(moved) ? draft.endDay : new Date(moved).toISOString().slice(0, 10);
  return { ...draft, startDay, endDay };
}
