// How often one caller may knock: a token bucket for each session, or for each address where nobody is signed in. Generous
// for the work of a meeting, tight at the doors where passwords and links are tried.

import { Problem } from './problem.ts';

/** Which bucket a route draws from. */
export type Pace = 'commands' | 'queries' | 'doors';

type Rate = { readonly burst: number; readonly perSecond: number };

/** What each pace allows one caller. */
export const RATES: Readonly<Record<Pace, Rate>> = {
  commands: { burst: 300, perSecond: 60 },
  queries: { burst: 600, perSecond: 120 },
  doors: { burst: 10, perSecond: 1 / 6 },
};

type Bucket = { tokens: number; at: number };

/** Buckets kept in memory at most; beyond, those that are full again are dropped, and then the oldest. */
const MAX_BUCKETS = 100_000;

export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();
  readonly #clock: () => number;

  /** @param clock milliseconds */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /**
   * Takes one token.
   * @param key the session or the address
   * @throws Problem 429 with Retry-After and the RateLimit fields where none is left
   */
  take(pace: Pace, key: string): void {
    const rate = RATES[pace];
    const now = this.#clock();
    const place = `${pace} ${key}`;
    let bucket = this.#buckets.get(place);
    if (!bucket) {
      if (this.#buckets.size >= MAX_BUCKETS) this.#makeRoom(now);
      bucket = { tokens: rate.burst, at: now };
      this.#buckets.set(place, bucket);
    }
    bucket.tokens = Math.min(rate.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * rate.perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) throw tooMany(pace, rate, bucket);
    bucket.tokens -= 1;
  }

  #makeRoom(now: number): void {
    for (const [place, { tokens, at }] of this.#buckets) {
      const { burst, perSecond } = RATES[place.slice(0, place.indexOf(' ')) as Pace];
      if (tokens + ((now - at) / 1000) * perSecond >= burst) this.#buckets.delete(place);
    }
    for (const place of this.#buckets.keys()) {
      if (this.#buckets.size < MAX_BUCKETS * 0.9) return;
      this.#buckets.delete(place);
    }
  }
}

/** The fields are those of draft-ietf-httpapi-ratelimit-headers-10: what is left, and in how many seconds there is more. */
function tooMany(pace: Pace, { burst, perSecond }: Rate, { tokens }: Bucket): Problem {
  const seconds = Math.max(1, Math.ceil((1 - tokens) / perSecond));
  return new Problem(
    429,
    'request.too-many',
    `Too many requests. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, then try again.`,
    {
      headers: {
        'retry-after': String(seconds),
        'ratelimit-policy': `"${pace}";q=${burst};w=${Math.ceil(burst / perSecond)}`,
        ratelimit: `"${pace}";r=0;t=${seconds}`,
      },
    },
  );
}
