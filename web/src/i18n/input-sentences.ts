// What is wrong with an entry, in the reader's language. The catalogue and the server write English sentences; those of
// another language are found by them in its table.

import { useTable } from './table.ts';

/** English sentences as patterns, each with what to say in its place; `$1` is what the pattern caught. */
export type InputSentences = readonly (readonly [english: RegExp, sentence: string])[];

/** The sentence that stands for an English one; the English one itself where the table has none. */
export function inputSentence(sentences: InputSentences, english: string): string {
  const found = sentences.find(([pattern]) => pattern.test(english));
  return found ? english.replace(found[0], found[1]) : english;
}

/** Gives the sentence about an entry in the reader's language. */
export function useInputSentences(): (english: string) => string {
  const table = useTable('inputSentences');
  return (english) => {
    const sentences = table();
    return sentences ? inputSentence(sentences, english) : english;
  };
}
