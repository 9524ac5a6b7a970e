// Which meetings are looked at, and how: kept in the address, so that a link, the back button and a second tab show the same.

import type { MeetingStatus } from '@rostrum/events';
import type { MeetingLine } from '../../api/meetings.ts';

export type View = 'list' | 'month' | 'week';
export type Form = MeetingLine['form'];

export type Choice = {
  readonly view: View;
  /** The day that the calendar stands on; null: today. */
  readonly day: string | null;
  /** None: any. */
  readonly status: readonly MeetingStatus[];
  readonly form: readonly Form[];
  readonly organisation: string;
  /** First and last day, both included; empty: open. */
  readonly from: string;
  readonly to: string;
  readonly q: string;
};

const VIEWS: readonly View[] = ['list', 'month', 'week'];
const FORMS: readonly Form[] = ['video', 'hybrid', 'on-site'];
export const STATUSES = [
  'draft',
  'convened',
  'open',
  'recess',
  'closed',
  'minuted',
  'sealed',
  'cancelled',
] as const satisfies readonly MeetingStatus[];

/** The parameters of an address as the router gives them. */
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

const textOf = (value: Parameters[string]): string => (typeof value === 'string' ? value : (value?.[0] ?? ''));

const someOf = <Value extends string>(value: Parameters[string], known: readonly Value[]): readonly Value[] => {
  const given = textOf(value).split(',');
  return known.filter((one) => given.includes(one));
};

/** A calendar day, where the text is one. */
export function dayIn(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text;
}

/** Reads an address; what makes no sense in it counts as not said. */
export const readChoice = (given: Parameters): Choice => ({
  view: someOf(given['view'], VIEWS)[0] ?? 'list',
  day: dayIn(textOf(given['day'])),
  status: someOf(given['status'], STATUSES),
  form: someOf(given['form'], FORMS),
  organisation: textOf(given['organisation']).slice(0, 200),
  from: dayIn(textOf(given['from'])) ?? '',
  to: dayIn(textOf(given['to'])) ?? '',
  q: textOf(given['q']).slice(0, 200),
});

/** The parameters that say a choice; null for what is as it is without being said. */
export const parametersOf = (choice: Choice): Readonly<Record<keyof Choice, string | null>> => ({
  view: choice.view === 'list' ? null : choice.view,
  day: choice.view === 'list' ? null : choice.day,
  status: choice.status.join(',') || null,
  form: choice.form.join(',') || null,
  organisation: choice.organisation || null,
  from: choice.from || null,
  to: choice.to || null,
  q: choice.q || null,
});

/** A choice of every meeting, laid over another. */
export const cleared = {
  status: [],
  form: [],
  organisation: '',
  from: '',
  to: '',
  q: '',
} as const satisfies Partial<Choice>;

/** How many filters are set beside the search. */
export const filtersSet = ({ status, form, organisation, from, to }: Choice): number =>
  [status.length > 0, form.length > 0, organisation !== '', from !== '', to !== ''].filter(Boolean).length;

/** True where not every meeting is looked at. */
export const isNarrowed = (choice: Choice): boolean => filtersSet(choice) > 0 || choice.q.trim() !== '';
