/**
 * A process follows the record and acts on the outside: it mails, mutes, seals. It runs on one node of all at a time.
 *
 * To write one, write a function that handles one event, choose a name that stays, and call `runProcess` on every node.
 * What is guaranteed, and what is asked of the function:
 *
 * * Every event of the streams asked for is handled **at least once**, one after another, in the order of the record. The
 *   next one waits until the function has resolved.
 * * Without a crash, each is handled **exactly once**: a node that leaves in good order says how far it has come, and another
 *   goes on there at once.
 * * After a crash the events of the last second may come again, on another node. So the function must be harmless when
 *   called twice with the same event: let the outside recognise the event's id, or look first whether it is done. A command
 *   that it gives takes `id: uuidV5(event.id, '<name of the process>')`: then it is recorded once.
 * * Two nodes do not act at the same time, as long as the function ends soon after its `signal` aborts, a fifth of `ttlMs` at
 *   most. A machine that stalls cannot notice: where the outside can compare, give it the `fence`, and let it turn away
 *   what comes with a smaller one than it has seen.
 * * Where it throws, the same event is tried again after a while, for ever, and `/readyz` and `/metrics` say so. What is not
 *   worth that must not be thrown.
 * * It is told of events in today's shape, and of `StreamDeleted` where a stream asked for was deleted. An event that is
 *   damaged is passed over. One of a newer version is left to a node that can read it, as during an upgrade; where there is
 *   none for ten minutes, it is passed over too. Both are logged.
 * * After the record was copied to another store the process goes on there where it stopped here.
 */

import { readEvent, UnreadableEvent } from '@rostrum/events';
import type { RecordedEvent } from '@rostrum/events';
import { deletedStream } from '@rostrum/infra';
import type { EventStore, ProcessHome } from '@rostrum/infra';
import type { ReadinessCheck } from '../operations/health.ts';
import type { Log } from '../operations/log.ts';
import { holdName, pause, TTL_MS } from './hold-name.ts';
import type { Holding } from './hold-name.ts';
import type { ProcessMeasures } from './measures.ts';
import { checkpointAt, placeOf, presentEnd } from './place.ts';

/** What goes with an event: the tenure under which it is handled. */
export type Charge = {
  /** Larger for each later holder of the process. */
  readonly fence: number;
  /** Aborts where the event is no longer this node's to handle. */
  readonly signal: AbortSignal;
};

export type ProcessOptions = {
  /** 1 to 100 lower-case letters, digits, hyphens and dots. Its place in the record is kept under it: it must not change. */
  readonly name: string;
  /** Only streams whose names begin with one of these; every stream without it. */
  readonly prefixes?: readonly string[];
  /** Where a process that never ran begins: with the first event of the record, or with what comes from now on. */
  readonly from: 'start' | 'now';
  readonly handle: (event: RecordedEvent, charge: Charge) => Promise<void>;
  readonly home: ProcessHome;
  readonly store: EventStore;
  readonly log: Log;
  /** This node: another name for each start. */
  readonly holder: string;
  /** The node leaves. */
  readonly signal: AbortSignal;
  /** Milliseconds after which another node takes over from one that is not heard of; 15 seconds without it. */
  readonly ttlMs?: number;
  /** Milliseconds for which an event of a newer version is left to other nodes; ten minutes without it. */
  readonly newerMs?: number;
  readonly measures?: ProcessMeasures;
};

export type RunningProcess = {
  /** Says where an event cannot be handled. It keeps no requests away: they can be answered all the same. */
  readonly readiness: ReadinessCheck;
  /** Resolves once the node leaves and the process is let go. */
  readonly ended: Promise<void>;
};

const NEWER_MS = 10 * 60_000;
/** Milliseconds before an event is tried again, or the record is read again: doubled each time up to the last. */
const BACKOFF_MS = [250, 30_000] as const;

/**
 * Runs a process on whichever node holds its name; call it on each.
 *
 * @example
 * const sealing = runProcess({
 *   name: 'sealing',
 *   prefixes: ['meeting-'],
 *   from: 'start',
 *   handle: async (event, { signal }) => {
 *     if (event.type === 'MeetingMinuted') await seal(event.stream, { signal });
 *   },
 *   home, store, log, holder: nodeId, signal: leaving,
 * });
 */
export function runProcess(options: ProcessOptions): RunningProcess {
  const runner = new Runner(options);
  const { name, holder, home, log, signal, ttlMs } = options;
  const ended = holdName({
    name,
    holder,
    home,
    log,
    signal,
    ...(ttlMs === undefined ? {} : { ttlMs }),
    work: (holding) => runner.work(holding),
  });
  return { readiness: { name: `process-${name}`, advisory: true, check: () => runner.trouble }, ended };
}

class Runner {
  readonly #options: ProcessOptions;
  /** What cannot be handled, in a sentence. */
  trouble: string | null = null;
  /** The event of a newer version at which the process stands, and since when. */
  #newer: { readonly id: string; readonly since: number } | undefined;

  constructor(options: ProcessOptions) {
    this.#options = options;
  }

  async work(holding: Holding): Promise<void> {
    const { measures } = this.#options;
    if (measures) measures.holding = true;
    try {
      await this.#follow(holding);
    } finally {
      if (measures) measures.holding = false;
      this.#settle();
    }
  }

  /** Follows the record from where the process stopped; where the store breaks off, it is taken up again. */
  async #follow(holding: Holding): Promise<void> {
    const { store, prefixes, log, name } = this.#options;
    const { signal } = holding;
    let after: bigint | 'start' | undefined;
    let wait: number = BACKOFF_MS[0];
    while (!signal.aborted) {
      try {
        after ??= await this.#begin(holding);
        const wanted = { after, signal, ...(prefixes ? { prefixes } : {}) };
        for await (const { events, position } of store.subscribe(wanted)) {
          for (const event of events) {
            if (!(await this.#handle(event, holding))) return;
            holding.save(checkpointAt(event));
            after = event.position;
          }
          after = position;
          wait = BACKOFF_MS[0];
        }
      } catch (error) {
        log.warn('A process cannot follow the record now; it is tried again.', {
          process: name,
          reason: String(error),
        });
      }
      await pause(wait, signal);
      wait = Math.min(wait * 2, BACKOFF_MS[1]);
    }
  }

  /** Finds the place to begin at; where that is the present, it is kept first, so that a crash now misses nothing. */
  async #begin({ checkpoint, save, flush }: Holding): Promise<bigint | 'start'> {
    const { store, from, log, name } = this.#options;
    if (checkpoint) {
      const { after, certain } = await placeOf(store, checkpoint);
      if (!certain) {
        log.warn('The last event that a process has handled is not in the record any more. It goes on by position.', {
          process: name,
          stream: checkpoint.stream,
          revision: checkpoint.revision,
          position: String(after),
        });
      }
      return after;
    }
    if (from === 'start') return 'start';
    const present = await presentEnd(store);
    save(present);
    if (!(await flush())) throw new Error('The place to begin at could not be kept.');
    return present.eventId === '' ? 'start' : present.position;
  }

  /** @returns false where it is no longer this node's to handle */
  async #handle(recorded: RecordedEvent, { fence, signal }: Holding): Promise<boolean> {
    const { handle, measures } = this.#options;
    let event: RecordedEvent;
    try {
      event = deletedStream(recorded) === undefined ? readEvent(recorded) : recorded;
    } catch (error) {
      if (error instanceof UnreadableEvent) return this.#passOver(recorded, error, signal);
      throw error;
    }
    let wait: number = BACKOFF_MS[0];
    while (!signal.aborted) {
      try {
        await handle(event, { fence, signal });
        measures?.handled.add();
        this.#settle();
        return true;
      } catch (error) {
        if (signal.aborted) return false;
        this.#fail(event, error);
        await pause(wait, signal);
        wait = Math.min(wait * 2, BACKOFF_MS[1]);
      }
    }
    return false;
  }

  /** @returns false while the event is left to a newer node: the name is let go for a moment */
  async #passOver({ id, type, stream, revision }: RecordedEvent, error: UnreadableEvent, signal: AbortSignal) {
    const { log, name, ttlMs = TTL_MS, newerMs = NEWER_MS } = this.#options;
    if (error.why !== 'damaged') {
      if (this.#newer?.id !== id) this.#newer = { id, since: performance.now() };
      this.trouble = `The process ${name} stands at an event of a newer version. Upgrade this node.`;
      await pause(ttlMs / 2, signal);
      if (signal.aborted || performance.now() - this.#newer.since < newerMs) return false;
    }
    log.error('A process passes over an event that it cannot read.', error, { process: name, type, stream, revision });
    this.#settle();
    return true;
  }

  #fail({ type, stream, revision }: RecordedEvent, error: unknown): void {
    const { log, name, measures } = this.#options;
    log.error('A process could not handle an event; it is tried again.', error, {
      process: name,
      type,
      stream,
      revision,
    });
    this.trouble = `The process ${name} cannot handle an event and tries again. The log says why.`;
    if (!measures) return;
    measures.failures.add();
    measures.failing = true;
  }

  #settle(): void {
    const { measures } = this.#options;
    this.trouble = null;
    if (measures) measures.failing = false;
  }
}
