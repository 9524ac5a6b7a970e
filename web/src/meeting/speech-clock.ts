// The clock of a speech: how long it has lasted, what is left, and whether it is over its time. Pauses do not count.

import { openPause, spokenSecondsOf } from '@rostrum/events';
import type { Speech } from '@rostrum/events';

/** Whole seconds throughout. */
export type SpeechClock = {
  readonly spoken: number;
  readonly limit: number | null;
  /** Negative once the time is up; null without a limit. */
  readonly left: number | null;
  /** `ending`: the last minute; `over`: the time is up. */
  readonly state: 'running' | 'paused' | 'ending' | 'over';
  /** How long the interposed question has lasted; null while the speaker speaks. */
  readonly pausedFor: number | null;
  /** The time granted by the press of “extend”: a limit later than now by `EXTENSION`, in whole minutes from the old one. */
  readonly nextLimit: number | null;
};

/** What one press of “extend” gives, in seconds. */
export const EXTENSION = 120;

const LAST_MINUTE = 60;

/**
 * The clock of a speech at an instant.
 * @param now milliseconds since 1970 by the server's clock
 */
export function speechClock(speech: Speech, now: number): SpeechClock {
  const spoken = spokenSecondsOf(speech, new Date(now).toISOString());
  const limit = speech.limitSeconds;
  const left = limit === null ? null : limit - spoken;
  const pause = openPause(speech);
  return {
    spoken,
    limit,
    left,
    state: pause ? 'paused' : left === null || left > LAST_MINUTE ? 'running' : left > 0 ? 'ending' : 'over',
    pausedFor: pause ? Math.max(0, Math.floor((now - Date.parse(pause.from)) / 1000)) : null,
    nextLimit: limit === null ? null : extended(limit, spoken),
  };
}

/** Whoever is over their time already gets the extension from now on, not from where it ran out. */
const extended = (limit: number, spoken: number): number =>
  spoken <= limit ? limit + EXTENSION : Math.ceil(spoken / 60) * 60 + EXTENSION;
