// Problems as sentences of the reader's language. The server writes English; those of another language are found by the
// code in its table. A code without one shows the server's sentence.

import type { Problem } from '../api/problem.ts';
import { useWords } from './language.tsx';
import { useTable } from './table.ts';
import { fill } from './words.ts';

/**
 * Sentences by code. A sentence has the problem's facts in braces: `{present}`; where it needs what only the server's own
 * sentence says, such as a name, the code has patterns for that sentence, and `$1` is what a pattern caught.
 */
export type Refusals = Readonly<Record<string, string | readonly (readonly [english: RegExp, sentence: string])[]>>;

/** What a sentence is made of: a problem that came back, or a refusal that is known beforehand. */
export type Refused = Pick<Problem, 'code' | 'message' | 'facts'>;

/**
 * The table's sentence for a refusal.
 * @returns undefined where there is none, or where it speaks of a fact that is not given
 */
export function sentenceOf(table: Refusals, { code, message, facts }: Refused): string | undefined {
  const blockers = facts['blockers'];
  if (Array.isArray(blockers)) return sentenceOfBlockers(table, blockers as readonly Omit<Refused, 'facts'>[]);
  const entry = table[code];
  if (entry === undefined) return undefined;
  if (typeof entry !== 'string') {
    const found = entry.find(([english]) => english.test(message));
    return found && message.replace(found[0], found[1]);
  }
  let complete = true;
  const sentence = fill(entry, (slot) => {
    const fact = facts[slot];
    if (typeof fact === 'string' || typeof fact === 'number') return String(fact);
    complete = false;
    return undefined;
  });
  return complete ? sentence : undefined;
}

/** What stands between a meeting and its closing, one sentence after another. */
const sentenceOfBlockers = (table: Refusals, blockers: readonly Omit<Refused, 'facts'>[]): string =>
  blockers.map((blocker) => sentenceOf(table, { ...blocker, facts: {} }) ?? blocker.message).join('');

/** Gives the sentence of a problem in the reader's language; reads again when the language changes or its table arrives. */
export function useRefusals(): (refused: Refused) => string {
  const { t } = useWords();
  const tableHere = useTable('refusals');
  return (problem) => {
    if (problem.code === 'client.unreachable') return t('problem.unreachable');
    if (problem.code === 'client.unreadable') return t('problem.unreadable');
    if (problem.code === 'client.unexpected') return t('problem.unexpected');
    const table = tableHere();
    return (table && sentenceOf(table, problem)) ?? problem.message;
  };
}
