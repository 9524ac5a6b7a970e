// Why something cannot be done, as a sentence of the reader's language: a refusal of the rules, or what is missing in what
// would be sent.

import type { Rejection } from '@rostrum/events';
import { useInputSentences } from '../i18n/input-sentences.ts';
import { useRefusals } from '../i18n/refusals.ts';

/** Gives the sentence of a refusal that `may.ts` found. */
export function useReason(): (refusal: Rejection) => string {
  const sentence = useRefusals();
  const inputSentence = useInputSentences();
  return (refusal) => (refusal.code === 'input.invalid' ? inputSentence(refusal.message) : sentence(refusal));
}
