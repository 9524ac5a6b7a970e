// Commands of one meeting are decided one after another. While an append is under way the commands that come in gather;
// then they are decided together and appended together. Meetings do not wait for one another.

import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, EventStore } from '@rostrum/infra';
import type { Registry } from '../operations/metrics.ts';
import { Dossier } from './dossier.ts';
import type { Waiting } from './dossier.ts';
import type { Family, Order } from './family.ts';
import { Lull } from './lull.ts';
import { commandMeasures } from './measures.ts';
import { Overloaded } from './overloaded.ts';
import { isRefused } from './receipt.ts';
import type { Outcome } from './receipt.ts';
import { playRound } from './round.ts';
import type { RoundTools } from './round.ts';

export type SequencerOptions = {
  readonly store: EventStore;
  /** True where other nodes write to the store as well. */
  readonly shared?: boolean;
  /** By name: every family that an order or a decision may name. */
  readonly families: Readonly<Record<string, Family>>;
  readonly clock: Clock;
  readonly metrics: Registry;
  /** How many meetings (and accounts) are kept in memory; the one not used for longest goes first. */
  readonly keep?: number;
};

/** Commands decided together at most. */
const MAX_BATCH = 256;
/** Commands that may wait for one meeting; beyond, the server is overloaded and says so. */
const MAX_WAITING = 20_000;

export class Sequencer {
  readonly #dossiers = new Map<string, Dossier>();
  readonly #tools: RoundTools;
  readonly #families: Readonly<Record<string, Family>>;
  readonly #keep: number;
  readonly #lull = new Lull();
  #running = 0;
  #whenIdle: (() => void)[] = [];

  constructor({ store, shared = false, families, clock, metrics, keep = 256 }: SequencerOptions) {
    this.#tools = { store, shared, clock, measures: commandMeasures(metrics, () => this.#dossiers.size) };
    this.#families = families;
    this.#keep = keep;
  }

  /**
   * Decides a command when its turn comes.
   * @returns the receipt once its events are stored, or the refusal
   * @throws StoreUnavailable, OutcomeUnknown, WrongExpectedRevision (others kept coming first), EventTooLarge, UnreadableEvent
   */
  submit(order: Order): Promise<Outcome> {
    const { measures } = this.#tools;
    const dossier = this.#dossierOf(order.subject);
    return new Promise((resolve, reject) => {
      const { name } = order.command;
      const settle = (outcome: Outcome) => {
        measures.answered(name, isRefused(outcome) ? outcome.code : 'accepted');
        resolve(outcome);
      };
      const fail = (error: unknown) => {
        measures.answered(name, 'failed');
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      if (dossier.waiting.length >= MAX_WAITING) {
        fail(new Overloaded());
        return;
      }
      dossier.waiting.push({ order, settle, fail });
      this.#lull.arrived();
      if (!dossier.busy) this.#start(dossier);
    });
  }

  /**
   * The state of a stream as last stored, from memory where it is there.
   * @param subject the meeting (or account) it belongs to
   * @throws UnreadableEvent, StoreUnavailable
   */
  async look(
    family: Family,
    subject: string,
    stream = `${family.name}-${subject}`,
  ): Promise<{ readonly state: unknown; readonly revision: number }> {
    const dossier = this.#dossierOf(subject);
    const streams = [[stream, family]] as const;
    if (!dossier.isCurrent(streams)) await dossier.load(this.#tools.store, streams);
    const { state, revision } = dossier.known(stream)!;
    return { state, revision };
  }

  /**
   * Tells of an event that is stored, by whichever node: what is remembered of its stream is brought up to it before it
   * is used again. Costs nothing where it is this node's own and known already.
   */
  notice(subject: string, stream: string, revision: number): void {
    this.#dossiers.get(subject)?.notice(stream, revision);
  }

  /** Tells that a stream was deleted, by whichever node: nothing of it is remembered. */
  forget(subject: string, stream: string): void {
    this.#dossiers.get(subject)?.forget(stream);
  }

  /**
   * Deletes a stream for good, between two rounds, and forgets it.
   * @throws StoreUnavailable, OutcomeUnknown
   */
  erase(subject: string, stream: string): Promise<void> {
    const dossier = this.#dossierOf(subject);
    return new Promise((resolve, reject) => {
      dossier.chores.push(() =>
        this.#tools.store
          .deleteStream(stream)
          .finally(() => dossier.forget(stream))
          .then(resolve, reject),
      );
      if (!dossier.busy) this.#start(dossier);
    });
  }

  /** Resolves once no command is being decided or stored. */
  idle(): Promise<void> {
    return this.#running === 0 ? Promise.resolve() : new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  #start(dossier: Dossier): void {
    dossier.busy = true;
    this.#running += 1;
    void this.#play(dossier);
  }

  async #play(dossier: Dossier): Promise<void> {
    while (dossier.waiting.length > 0 || dossier.chores.length > 0) {
      const { wait } = dossier.courtesy;
      if (wait > 0) await pause(wait);
      await this.#lull.next();
      for (const chore of dossier.chores.splice(0)) await chore();
      if (dossier.waiting.length === 0) break;
      const batch = nextBatch(dossier.waiting);
      if (isOfOneStream(batch)) await playRound(this.#tools, dossier, batch);
      else await Promise.all(byStream(batch).map((group) => playRound(this.#tools, dossier, group)));
    }
    dossier.busy = false;
    if (dossier.isEmpty) this.#dossiers.delete(dossier.subject);
    this.#running -= 1;
    if (this.#running === 0) for (const tell of this.#whenIdle.splice(0)) tell();
  }

  #dossierOf(subject: string): Dossier {
    const known = this.#dossiers.get(subject);
    const dossier = known ?? new Dossier(subject, this.#families);
    if (known) this.#dossiers.delete(subject);
    this.#dossiers.set(subject, dossier);
    if (!known && this.#dossiers.size > this.#keep) this.#dropOldest();
    return dossier;
  }

  #dropOldest(): void {
    for (const [subject, dossier] of this.#dossiers) {
      if (this.#dossiers.size <= this.#keep) return;
      if (!dossier.busy) this.#dossiers.delete(subject);
    }
  }
}

/**
 * Takes those who may be decided at once: commands on the meeting's own stream, or commands on the streams beside it,
 * whichever has waited longer. The two look at each other's state, and a decision rests on what is stored alone; between
 * commands that wait at the same time no order is promised.
 */
function nextBatch(waiting: Waiting[]): Waiting[] {
  const leads = isMeetings(waiting[0]!);
  if (waiting[0]!.order.family.surroundings) return waiting.splice(0, 1);
  const together = waiting.every((one) => isMeetings(one) === leads);
  if (together) return waiting.splice(0, MAX_BATCH);
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  for (const one of waiting) (isMeetings(one) === leads && batch.length < MAX_BATCH ? batch : rest).push(one);
  waiting.splice(0, waiting.length, ...rest);
  return batch;
}

const isOfOneStream = (batch: readonly Waiting[]): boolean =>
  batch.every(({ order }) => order.stream === batch[0]!.order.stream);

const byStream = (batch: readonly Waiting[]): Waiting[][] => [
  ...Map.groupBy(batch, ({ order }) => order.stream).values(),
];

const isMeetings = ({ order }: Waiting): boolean => order.family.name === 'meeting';
