// Who has answered the invitation: the state of each, how many of each there are, and whom to remind.

import type { RosterName } from '@rostrum/projections';

export const answerStates = ['accepted', 'declined', 'substituted', 'excused', 'none'] as const;
export type AnswerState = (typeof answerStates)[number];

/** Where somebody's answer stands; null for a delegation, which is not asked. An absence that is excused is settled. */
export function answerOf({ answer, excused }: Pick<RosterName, 'answer' | 'excused'>): AnswerState | null {
  if (answer === null) return null;
  return excused === null ? answer : 'excused';
}

/** How many there are of each. */
export function answerCounts(names: readonly RosterName[]): Readonly<Record<AnswerState, number>> {
  const counts: Record<AnswerState, number> = { accepted: 0, declined: 0, substituted: 0, excused: 0, none: 0 };
  for (const name of names) {
    const state = answerOf(name);
    if (state !== null) counts[state] += 1;
  }
  return counts;
}

/** The names one under another, with title and unit, as a spreadsheet or a letter takes them. */
export const namesAsText = (names: readonly RosterName[]): string =>
  names.map(({ name, title, unit }) => [name, title ?? '', unit].join('\t')).join('\n');
