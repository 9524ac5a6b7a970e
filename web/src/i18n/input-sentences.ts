// What is wrong with an entry, in the reader's language. The catalogue and the server write English sentences; the
// Chinese ones are found by them, loaded when the first is needed.

import { createSignal } from 'solid-js';
import { useWords } from './language.tsx';

/** English sentences as patterns, each with what to say in its place; `$1` is what the pattern caught. */
export type InputSentences = readonly (readonly [english: RegExp, sentence: string])[];

const [chinese, setChinese] = createSignal<InputSentences | null>(null);
let asked = false;

function table(): InputSentences | null {
  if (!asked) {
    asked = true;
    import('./zh-CN/input-sentences.ts').then(
      ({ inputSentences }) => setChinese(inputSentences),
      () => (asked = false),
    );
  }
  return chinese();
}

/** The sentence that stands for an English one; the English one itself where the table has none. */
export function inputSentence(sentences: InputSentences, english: string): string {
  const found = sentences.find(([pattern]) => pattern.test(english));
  return found ? english.replace(found[0], found[1]) : english;
}

/** Gives the sentence about an entry in the reader's language. */
export function useInputSentences(): (english: string) => string {
  const { language } = useWords();
  return (english) => {
    const sentences = language() === 'zh-CN' ? table() : null;
    return sentences ? inputSentence(sentences, english) : english;
  };
}
