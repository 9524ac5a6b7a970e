// Looks every few seconds whether the record can be reached and whether what others record arrives here; says so in one
// line of the log when it no longer does, and in another when it does again.

import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';
import { problemOf } from '../http/problem.ts';
import type { Feed } from '../live/feed.ts';
import type { ReadinessCheck } from './health.ts';
import type { Log } from './log.ts';

export type RecordWatchOptions = {
  readonly store: EventStore;
  readonly feed: Feed;
  readonly log: Log;
  /** Ends it. */
  readonly signal: AbortSignal;
};

/** Milliseconds between two looks that nobody asked for. */
const EVERY_MS = 5000;
/** Milliseconds after which an answer is not waited for any more: whoever probes does not wait long either. */
const PATIENCE_MS = 2000;

export class RecordWatch {
  readonly #options: RecordWatchOptions;
  #looking: Promise<string | null> | undefined;
  #away: { readonly reason: string; readonly since: number } | null = null;
  #last = 0n;

  constructor(options: RecordWatchOptions) {
    this.#options = options;
    const timer = setInterval(() => void this.look(), EVERY_MS).unref();
    options.signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** Position of the last event of the store, as far as it is known here. */
  get last(): bigint {
    const { position } = this.#options.feed;
    return this.#last > position ? this.#last : position;
  }

  /** False since a look that found the record away. */
  get reachable(): boolean {
    return this.#away === null;
  }

  readonly readiness: ReadinessCheck = { name: 'record', check: () => this.look() };

  /** Why the record is away, in a sentence; null where it is there. Those who ask at once share one look. */
  look(): Promise<string | null> {
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #look(): Promise<string | null> {
    const reason = await this.#reason();
    if (!this.#options.signal.aborted) this.#tell(reason);
    return reason;
  }

  async #reason(): Promise<string | null> {
    const { store, feed } = this.#options;
    try {
      const last = await Promise.race([store.lastPosition(), sleep(PATIENCE_MS, undefined, { ref: false })]);
      if (last === undefined) return 'The record does not answer.';
      this.#last = last;
      return (await feed.reach(last, PATIENCE_MS)) ? null : 'What is recorded does not arrive here.';
    } catch (error) {
      return error instanceof StoreUnavailable ? error.message : problemOf(error).message;
    }
  }

  #tell(reason: string | null): void {
    const { log } = this.#options;
    if (reason === null) {
      if (this.#away === null) return;
      const seconds = Math.round((performance.now() - this.#away.since) / 1000);
      this.#away = null;
      log.info('The record is there again.', { seconds });
    } else if (this.#away === null) {
      this.#away = { reason, since: performance.now() };
      log.warn('The record is away. Commands are refused until it is there again.', { reason });
    }
  }
}
