// Problems as sentences of the reader's language. The server writes English; the Chinese sentences are found by the code,
// in a table that is loaded when the first one is needed. A code without one shows the server's sentence.

import { createSignal } from 'solid-js';
import type { Problem } from '../api/problem.ts';
import { useWords } from './language.tsx';
import { fill } from './words.ts';
import type { Language } from './words.ts';

/** Sentences by code, with the problem's facts in braces: `{present}`. */
export type Refusals = Readonly<Record<string, string>>;

const tables: Readonly<Partial<Record<Language, () => Promise<Refusals>>>> = {
  'zh-CN': async () => (await import('./zh-CN/refusals.ts')).refusals,
};

const [loaded, setLoaded] = createSignal<Readonly<Partial<Record<Language, Refusals>>>>({});
const asked = new Set<Language>();

function tableOf(language: Language): Refusals | undefined {
  const load = tables[language];
  if (load && !asked.has(language)) {
    asked.add(language);
    load().then(
      (table) => setLoaded((before) => ({ ...before, [language]: table })),
      () => asked.delete(language),
    );
  }
  return loaded()[language];
}

/**
 * The table's sentence for a code with the facts filled in.
 * @returns undefined where there is none, or where it speaks of a fact that is not given
 */
export function sentenceOf(
  table: Refusals,
  code: string,
  facts: Readonly<Record<string, unknown>>,
): string | undefined {
  const template = table[code];
  if (template === undefined) return undefined;
  let complete = true;
  const sentence = fill(template, (slot) => {
    const fact = facts[slot];
    if (typeof fact === 'string' || typeof fact === 'number') return String(fact);
    complete = false;
    return undefined;
  });
  return complete ? sentence : undefined;
}

/** What a sentence is made of: a problem that came back, or a refusal that is known beforehand. */
export type Refused = Pick<Problem, 'code' | 'message' | 'facts'>;

/** Gives the sentence of a problem in the reader's language; reads again when the language changes or its table arrives. */
export function useRefusals(): (refused: Refused) => string {
  const { t, language } = useWords();
  return (problem) => {
    if (problem.code === 'client.unreachable') return t('problem.unreachable');
    if (problem.code === 'client.unreadable') return t('problem.unreadable');
    if (problem.code === 'client.unexpected') return t('problem.unexpected');
    const table = tableOf(language());
    return (table && sentenceOf(table, problem.code, problem.facts)) ?? problem.message;
  };
}
