// Holding a name among all nodes: of those who want it one has it at a time and works, the others stand by. Whoever holds
// it stops in time by its own clock where the home of processes cannot be reached, before anybody else may begin.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Checkpoint, ProcessHome, Tenure } from '@rostrum/infra';
import type { Log } from '../operations/log.ts';

/** What the work is given, for as long as it holds the name. */
export type Holding = {
  /** Larger for each later holding of the name, whichever node has it. */
  readonly fence: number;
  /** As whoever held the name before has left it. */
  readonly checkpoint: Checkpoint | undefined;
  /** Aborts when the name is lost or about to be, and when the node leaves: stop at once. */
  readonly signal: AbortSignal;
  /** Keeps a checkpoint within a second, and when the name is let go. */
  readonly save: (checkpoint: Checkpoint) => void;
  /** Keeps what was saved now. False where that was not possible. */
  readonly flush: () => Promise<boolean>;
};

export type HoldOptions = {
  readonly name: string;
  /** This node: another name for each process that runs. */
  readonly holder: string;
  readonly home: ProcessHome;
  readonly log: Log;
  /** The node leaves: the name is let go, and another takes it at once. */
  readonly signal: AbortSignal;
  /** Milliseconds after which another node may take the name from one that is not heard of. */
  readonly ttlMs?: number;
  /** Is to end soon after its signal aborts. Where it ends before that, the name is let go for a moment and taken again. */
  readonly work: (holding: Holding) => Promise<void>;
};

/** Long enough for a restart of the store, short enough that nobody misses what the process does. */
export const TTL_MS = 15_000;
/** Milliseconds between two looks whether there is something to save, and whether the name is free. */
const LOOK_MS = 1000;
/** The part of its time after which a holder that cannot renew stops: the rest is for the work to come to its end. */
const USABLE = 0.8;
/** Milliseconds for which the work is waited for after its signal, before the name is left to expire. */
const PATIENCE_MS = 5000;

/** Holds the name whenever it is free, until the signal. Resolves once it is let go. Never rejects. */
export async function holdName(options: HoldOptions): Promise<void> {
  const { signal, ttlMs = TTL_MS } = options;
  while (!signal.aborted) {
    await tryToHold(options);
    await pause(Math.min(LOOK_MS, ttlMs / 5), signal);
  }
}

/**
 * Takes the name if it is free, and holds it until it is lost, the work has ended or the node leaves. Never rejects.
 * @returns `held` afterwards; at once `taken` where another has it, `unreachable` where that cannot be said
 */
export async function tryToHold(options: HoldOptions): Promise<'held' | 'taken' | 'unreachable'> {
  const { name, holder, home, log, signal, ttlMs = TTL_MS } = options;
  const since = performance.now();
  let tenure: Tenure | undefined;
  try {
    tenure = await unlessStopped(home.take(name, { holder, ttlMs }), signal);
  } catch (error) {
    log.warn('A process cannot be taken up now; it is tried again.', { process: name, reason: String(error) });
    return 'unreachable';
  }
  if (!tenure) return 'taken';
  await new Stint(tenure, since, { ...options, ttlMs }).run();
  return 'held';
}

/** One holding of the name, from taking it to letting it go or losing it. */
class Stint {
  readonly #tenure: Tenure;
  readonly #options: HoldOptions & { readonly ttlMs: number };
  /** Aborts when the work is to stop. */
  readonly #over = new AbortController();
  #renewedAt: number;
  #unsaved: Checkpoint | undefined;
  #alarm: NodeJS.Timeout | undefined;
  /** One renewal after another. */
  #turn: Promise<boolean> = Promise.resolve(true);

  /** @param since when taking began, by the clock that nobody sets */
  constructor(tenure: Tenure, since: number, options: HoldOptions & { readonly ttlMs: number }) {
    this.#tenure = tenure;
    this.#renewedAt = since;
    this.#options = options;
  }

  async run(): Promise<void> {
    const { signal, log, name } = this.#options;
    const stop = () => this.#over.abort();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    this.#setAlarm();
    let working = true;
    const work = this.#work().finally(() => {
      working = false;
      stop();
    });
    const closing = Promise.all([work, this.#keep()]).then(() => this.#letGo());
    const late = stopped(this.#over.signal).then(() => sleep(PATIENCE_MS, undefined, { ref: false }));
    const inTime = await Promise.race([closing.then(() => true), late.then(() => false)]);
    clearTimeout(this.#alarm);
    if (!inTime) {
      // Where the work has ended it is the home that does not answer, and that was said.
      if (working)
        log.error(
          'A process does not come to its end although it was told to. Its name is left to expire.',
          undefined,
          {
            process: name,
          },
        );
      // Never two at work in one process. Whoever leaves does not wait for what will not end.
      await unlessStopped(closing, signal);
    }
    signal.removeEventListener('abort', stop);
  }

  async #work(): Promise<void> {
    const { log, name, work } = this.#options;
    try {
      await work({
        fence: this.#tenure.fence,
        checkpoint: this.#tenure.checkpoint(),
        signal: this.#over.signal,
        save: (checkpoint) => void (this.#unsaved = checkpoint),
        flush: () => this.#renew(),
      });
    } catch (error) {
      log.error('A process broke off; it is taken up again.', error, { process: name });
    }
  }

  /** Renews in time, and saves what there is to save. */
  async #keep(): Promise<void> {
    const { ttlMs } = this.#options;
    const { signal } = this.#over;
    while (!signal.aborted) {
      await pause(Math.min(LOOK_MS, ttlMs / 8), signal);
      const due = performance.now() - this.#renewedAt >= ttlMs / 4;
      if (!signal.aborted && (due || this.#unsaved)) await this.#renew();
    }
  }

  #renew(): Promise<boolean> {
    this.#turn = this.#turn.then(() => this.#renewNow());
    return this.#turn;
  }

  async #renewNow(): Promise<boolean> {
    const { log, name } = this.#options;
    const saving = this.#unsaved;
    const since = performance.now();
    try {
      if (await this.#tenure.renew(saving)) {
        if (this.#unsaved === saving) this.#unsaved = undefined;
        this.#renewedAt = since;
        this.#setAlarm();
        return true;
      }
      log.warn('Another node has taken a process over.', { process: name });
      this.#over.abort();
    } catch (error) {
      // As long as it is held it is tried again; the alarm goes off where it stays so.
      log.warn('A process could not be renewed; it is tried again.', { process: name, reason: String(error) });
    }
    return false;
  }

  #setAlarm(): void {
    const { ttlMs, log, name } = this.#options;
    clearTimeout(this.#alarm);
    if (this.#over.signal.aborted) return;
    const left = Math.max(0, this.#renewedAt + ttlMs * USABLE - performance.now());
    this.#alarm = setTimeout(() => {
      if (this.#over.signal.aborted) return;
      log.warn('A process stops, since it could not be renewed in time.', { process: name });
      this.#over.abort();
    }, left).unref();
  }

  async #letGo(): Promise<void> {
    const { log, name } = this.#options;
    if (!this.#tenure.held()) return;
    if (this.#unsaved) await this.#renew();
    await this.#tenure.release().catch((error: unknown) => {
      log.warn('A process could not be let go; it expires.', { process: name, reason: String(error) });
    });
  }
}

/** Waits, or until the signal. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);

/** Resolves when the signal aborts. */
export const stopped = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });

/** What the promise gives; undefined where the signal aborts before. Leaves nothing behind at the signal. */
function unlessStopped<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const waited = new AbortController();
  const gone = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { signal: waited.signal });
  });
  // What comes after that interests nobody.
  promise.catch(() => undefined);
  return Promise.race([promise, gone]).finally(() => waited.abort());
}
