/**
 * Appends so that nothing is written twice and nothing acknowledged is lost, whatever the network does: sends again what
 * may not have arrived, looks for what may have been written, and says so where neither can be known in time.
 */

import { EventTooLarge, OutcomeUnknown, WrongExpectedRevision } from '../errors.ts';
import type { Appended, ExpectedRevision } from '../port.ts';
import { Generations } from '../generations.ts';
import { Backoff } from './backoff.ts';
import type { Deletions } from './deletions.ts';
import { accessDenied, streamEnded, unavailable, unreachable } from './failure.ts';
import type { LastPosition } from './last-position.ts';
import type { Names } from './names.ts';
import type { StreamReader } from './read-stream.ts';
import { sizeOf } from './record.ts';
import type { Draft } from './record.ts';
import type { Outcome, Writer } from './writer.ts';

export type Append = {
  /** As the port knows it, and as the server does. */
  readonly stream: string;
  readonly name: string;
  readonly drafts: readonly Draft[];
  readonly expected: ExpectedRevision;
  /** True where whatever stands in the stream counts, and not only events of ours. */
  readonly exact?: boolean;
};

export type AppenderParts = {
  readonly writer: Writer;
  readonly names: Names;
  readonly reader: StreamReader;
  readonly deletions: Deletions;
  readonly last: LastPosition;
  /** Milliseconds after which an append is answered. */
  readonly deadlineMs: number;
  readonly completeDeletion: (stream: string, name: string, through: number) => Promise<void>;
};

/** What stands in a stream and is not ours, and is looked through at most. */
const LOOKED_THROUGH = 256;

/** Appends of unknown outcome that are remembered, at least. */
const REMEMBERED = 10_000;

export class Appender {
  readonly #writer: Writer;
  readonly #names: Names;
  readonly #reader: StreamReader;
  readonly #deletions: Deletions;
  readonly #last: LastPosition;
  readonly #deadlineMs: number;
  /** Appends with `'any'` of which it is not known whether they stand: the position before which they cannot. */
  readonly #doubtful = new Generations<string, bigint>(REMEMBERED);
  /** Makes up what is left to do of a deletion that broke off. */
  readonly #completeDeletion: (stream: string, name: string, through: number) => Promise<void>;
  /** The largest append that the server takes, once it has said so. */
  #maxAppendBytes = Infinity;

  constructor({ writer, names, reader, deletions, last, deadlineMs, completeDeletion }: AppenderParts) {
    this.#writer = writer;
    this.#names = names;
    this.#reader = reader;
    this.#deletions = deletions;
    this.#last = last;
    this.#deadlineMs = deadlineMs;
    this.#completeDeletion = completeDeletion;
  }

  /** @throws what `EventStore.append` throws. */
  async append(append: Append): Promise<Appended> {
    const { stream, drafts } = append;
    this.#checkSize(drafts);
    if (append.expected === this.#deletions.through(stream)) {
      throw this.#wrong(append, (await this.#reader.last(append.name))?.revision ?? 'none');
    }
    const backoff = new Backoff(50, 1000);
    const until = performance.now() + this.#deadlineMs;
    let { expected } = append;
    let doubt: unknown;
    for (;;) {
      const mark = this.#last.known;
      const outcome = await this.#attempt(append, expected, until);
      let trouble: unknown;
      switch (outcome.kind) {
        case 'written':
          return await this.#written(append, outcome.revision, outcome.position);
        case 'conflict': {
          const settled = await this.#conflict(append, expected, outcome.actual);
          if (typeof settled === 'object') return settled;
          expected = settled;
          continue;
        }
        case 'too-large':
          this.#maxAppendBytes = outcome.maxBytes;
          throw this.#tooLarge(drafts);
        case 'access-denied':
        case 'stream-ended':
        case 'refused':
          // This attempt was refused; an earlier one may have been written all the same.
          if (doubt !== undefined) throw outcomeUnknown(doubt);
          throw refusal(stream, outcome);
        case 'not-taken':
          trouble = outcome.cause;
          break;
        case 'unknown':
          trouble = doubt = outcome.cause;
          this.#remember(append, mark);
          break;
      }
      if (!(await backoff.waitBefore(until))) {
        throw doubt === undefined ? unreachable(trouble) : outcomeUnknown(doubt);
      }
    }
  }

  /** Sends it, unless there is doubt whether it stands already and it does. */
  async #attempt(append: Append, expected: ExpectedRevision, until: number): Promise<Outcome> {
    const { stream, name, drafts } = append;
    const mark = append.expected === 'any' ? this.#doubtful.get(keyOf(stream, drafts)) : undefined;
    if (mark !== undefined) {
      try {
        const standing = await this.#standing(append, mark);
        if (standing !== undefined) return { kind: 'written', ...standing };
      } catch (cause) {
        return { kind: 'unknown', cause };
      }
    }
    return this.#writer.write({ stream: name, drafts, expected }, until - performance.now());
  }

  #checkSize(drafts: readonly Draft[]): void {
    if (this.#maxAppendBytes < Infinity && bytesOf(drafts) > this.#maxAppendBytes) throw this.#tooLarge(drafts);
  }

  #tooLarge(drafts: readonly Draft[]): EventTooLarge {
    const largest = drafts.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));
    return new EventTooLarge(largest.type, bytesOf(drafts), this.#maxAppendBytes, drafts.length);
  }

  #wrong({ stream, expected }: Append, actual: number | 'none'): WrongExpectedRevision {
    const empty = actual === 'none' || actual <= this.#deletions.through(stream);
    return new WrongExpectedRevision(stream, expected, empty ? 'none' : actual);
  }

  /**
   * What a conflict on the server is for us. It may be none: where all that stands in between is deleted or not ours,
   * and where what stands there are these very events.
   * @returns what to expect in place of what was; or what was answered the first time.
   * @throws WrongExpectedRevision
   */
  async #conflict(
    append: Append,
    tried: ExpectedRevision,
    actual: number | 'none',
  ): Promise<Appended | ExpectedRevision> {
    const { stream, name, drafts, expected, exact = false } = append;
    const deleted = this.#deletions.through(stream);
    if (exact || actual === 'none' || actual === tried || expected === 'any') throw this.#wrong(append, actual);
    const after = expected === 'none' ? deleted : expected;
    if (actual < after || after < deleted) throw this.#wrong(append, actual);
    const limit = drafts.length + LOOKED_THROUGH;
    const between = await this.#reader.some(name, { from: after + 1, limit });
    const end = between.at(-1);
    if (end?.isEnd) {
      await this.#completeDeletion(stream, name, end.revision);
      if (expected === 'none') return 'none';
      throw this.#wrong(append, actual);
    }
    const ours = between.filter(({ event }) => event !== undefined);
    if (ours.length === 0 && between.length < limit) return Math.max(actual, between.at(-1)?.revision ?? -1);
    if (drafts.some(({ id }, index) => ours[index]?.id !== id)) throw this.#wrong(append, actual);
    const { revision, position } = ours[drafts.length - 1]!;
    return { revision, position };
  }

  async #written({ name }: Append, revision: number, sent: bigint | undefined): Promise<Appended> {
    // The server does not always know the position of what it recognises as written before.
    let position = sent;
    if (position === undefined) {
      const standing = await this.#reader.last(name, revision);
      // Deleted since: it stands nowhere any more, and everything so far includes it.
      position = standing?.revision === revision ? standing.position : await this.#last.ask();
    }
    if (this.#names.passes(name)) this.#last.saw(position);
    return { revision, position };
  }

  #remember({ stream, drafts, expected }: Append, mark: bigint): void {
    if (expected !== 'any') return;
    const key = keyOf(stream, drafts);
    if (this.#doubtful.get(key) === undefined) this.#doubtful.set(key, mark);
  }

  /**
   * Where an append with `'any'` stands that may stand already, if it does. The server keeps the ids of such appends for
   * a while only, and the next leader does not know them; so where there is doubt the end of the stream is read. With a
   * revision the server sees for itself.
   */
  async #standing({ name, drafts }: Append, mark: bigint): Promise<Appended | undefined> {
    const latest = await this.#reader.some(name, { backwards: true }, ({ position }) => position <= mark);
    const standing = latest.toReversed();
    const first = standing.findIndex(({ id }) => id === drafts[0]!.id);
    if (first < 0 || drafts.some(({ id }, index) => standing[first + index]?.id !== id)) return undefined;
    const { revision, position } = standing[first + drafts.length - 1]!;
    return { revision, position };
  }
}

function refusal(stream: string, { kind, cause }: { readonly kind: string; readonly cause: Error }): unknown {
  if (kind === 'access-denied') return accessDenied(cause);
  if (kind === 'stream-ended') return streamEnded(stream, cause);
  return unavailable(cause);
}

const keyOf = (stream: string, drafts: readonly Draft[]): string => `${stream} ${drafts[0]!.id}`;

const bytesOf = (drafts: readonly Draft[]): number => drafts.reduce((bytes, draft) => bytes + sizeOf(draft), 0);

const outcomeUnknown = (cause: unknown): OutcomeUnknown =>
  new OutcomeUnknown(
    'The event store did not say in time whether the event was recorded, so it is not known. Send the same command again.',
    { cause },
  );
