// One speech: who spoke under which item, from when to when, with which interruptions, and what was said.

import { secondsBetween } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { RequestKind } from './hands.ts';

/** An interposed question: the speaker's clock stands still; the questioner, where one is named, has the microphone. */
export type Pause = { readonly from: Instant; readonly to: Instant | null; readonly questionerId: string | null };

export type Speech = {
  readonly speechId: string;
  readonly speakerId: string;
  readonly kind: RequestKind;
  readonly itemId: string;
  /** The request of the queue that it answered, if any. */
  readonly requestId: string | null;
  /** From the start of the speech, pauses not counted; null: no limit. */
  readonly limitSeconds: number | null;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly pauses: readonly Pause[];
  readonly takenBackBecause: string | null;
  /** The secretary's summary in numbered points. */
  readonly points: readonly string[];
};

/** The pause under way in a speech, if any. */
export const openPause = (speech: Speech): Pause | undefined =>
  speech.pauses.at(-1)?.to === null ? speech.pauses.at(-1) : undefined;

/** Net seconds spoken until `at`: from the start to the end or `at`, less the pauses. */
export function spokenSecondsOf(speech: Speech, at: Instant): number {
  const paused = speech.pauses.reduce((sum, pause) => sum + secondsBetween(pause.from, pause.to ?? at), 0);
  return Math.max(0, secondsBetween(speech.from, speech.to ?? at) - paused);
}
