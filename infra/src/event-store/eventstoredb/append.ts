/**
 * Appends so that nothing is written twice and nothing acknowledged is lost, whatever the network does: sends again what
 * may not have arrived, looks for what may have been written, and says so where neither can be known in time.
 */

import { EventTooLarge, OutcomeUnknown, StoreUnavailable, WrongExpectedRevision } from '../errors.ts';
import type { Appended, ExpectedRevision } from '../port.ts';
import { Generations } from '../generations.ts';
import { Backoff } from './backoff.ts';
import type { Deletions } from './deletions.ts';
import { accessDenied, streamEnded, unavailable, unreachable } from './failure.ts';
import type { LastPosition } from './last-position.ts';
import type { StreamReader } from './read-stream.ts';
import { sizeOf } from './record.ts';
import type { Draft } from './record.ts';
import type { Writer } from './writer.ts';

export type Append = {
  /** As the port knows it, and as the server does. */
  readonly stream: string;
  readonly name: string;
  readonly drafts: readonly Draft[];
  readonly expected: ExpectedRevision;
};

/** Appends of unknown outcome that are remembered, at least. */
const REMEMBERED = 10_000;

export class Appender {
  readonly #writer: Writer;
  readonly #reader: StreamReader;
  readonly #deletions: Deletions;
  readonly #last: LastPosition;
  readonly #deadlineMs: number;
  /** Appends with `'any'` of which it is not known whether they stand: the position before which they cannot. */
  readonly #doubtful = new Generations<string, bigint>(REMEMBERED);
  /** The largest append that the server takes, once it has said so. */
  #maxAppendBytes = Infinity;

  constructor(writer: Writer, reader: StreamReader, deletions: Deletions, last: LastPosition, deadlineMs: number) {
    this.#writer = writer;
    this.#reader = reader;
    this.#deletions = deletions;
    this.#last = last;
    this.#deadlineMs = deadlineMs;
  }

  /** @throws what `EventStore.append` throws. */
  async append(append: Append): Promise<Appended> {
    const { stream, drafts } = append;
    this.#checkSize(drafts);
    if (append.expected === this.#deletions.through(stream)) {
      throw new WrongExpectedRevision(stream, append.expected, await this.#actual(append));
    }
    const backoff = new Backoff(50, 1000);
    const until = performance.now() + this.#deadlineMs;
    let { expected } = append;
    let doubt: unknown;
    for (;;) {
      const standing = await this.#standing(append);
      if (standing !== undefined) return standing;
      const mark = this.#last.known;
      const outcome = await this.#writer.write({ stream: append.name, drafts, expected }, until - performance.now());
      let trouble: unknown;
      switch (outcome.kind) {
        case 'written':
          return await this.#written(append, outcome.revision, outcome.position);
        case 'conflict':
          if (expected !== 'none' || outcome.actual !== this.#deletions.through(stream)) {
            throw this.#conflict(append, outcome.actual);
          }
          // Deleted, but not yet on the server: for us it is empty.
          expected = outcome.actual;
          continue;
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
      const left = until - performance.now();
      if (left <= 0) throw doubt === undefined ? unreachable(trouble) : outcomeUnknown(doubt);
      await backoff.wait(undefined, left);
    }
  }

  #checkSize(drafts: readonly Draft[]): void {
    if (this.#maxAppendBytes < Infinity && bytesOf(drafts) > this.#maxAppendBytes) throw this.#tooLarge(drafts);
  }

  #tooLarge(drafts: readonly Draft[]): EventTooLarge {
    const largest = drafts.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));
    return new EventTooLarge(largest.type, bytesOf(drafts), this.#maxAppendBytes, drafts.length);
  }

  #conflict({ stream, expected }: Append, actual: number | 'none'): WrongExpectedRevision {
    const empty = actual === 'none' || actual <= this.#deletions.through(stream);
    return new WrongExpectedRevision(stream, expected, empty ? 'none' : actual);
  }

  async #actual({ stream, name }: Append): Promise<number | 'none'> {
    const last = await this.#reader.last(name);
    return last === undefined || last.revision <= this.#deletions.through(stream) ? 'none' : last.revision;
  }

  async #written({ name }: Append, revision: number, position: bigint | undefined): Promise<Appended> {
    // The server does not always know the position of what it recognises as written before.
    const known = position ?? (await this.#reader.last(name, revision))?.position;
    if (known === undefined) throw outcomeUnknown(new Error('What was just written cannot be read.'));
    this.#last.saw(known);
    return { revision, position: known };
  }

  #remember({ stream, drafts, expected }: Append, mark: bigint): void {
    if (expected !== 'any') return;
    const key = keyOf(stream, drafts);
    if (this.#doubtful.get(key) === undefined) this.#doubtful.set(key, mark);
  }

  /**
   * What was answered the first time, or would have been, where an append with `'any'` stands already. The server keeps
   * the ids of such appends for a while only, and the next leader does not know them; so where there is doubt the end of
   * the stream is read. With a revision the server sees for itself.
   */
  async #standing({ stream, name, drafts, expected }: Append): Promise<Appended | undefined> {
    if (expected !== 'any') return undefined;
    const mark = this.#doubtful.get(keyOf(stream, drafts));
    if (mark === undefined) return undefined;
    const standing: { id: string; revision: number; position: bigint }[] = [];
    try {
      for await (const { id, revision, position } of this.#reader.arrivals(name, { backwards: true })) {
        if (position <= mark) break;
        standing.unshift({ id, revision, position });
      }
    } catch (error) {
      if (error instanceof StoreUnavailable && error.code === 'store.unreachable') throw outcomeUnknown(error);
      throw error;
    }
    const first = standing.findIndex(({ id }) => id === drafts[0]!.id);
    const found = standing.slice(first, first + drafts.length);
    if (first < 0 || found.length < drafts.length || found.some(({ id }, index) => id !== drafts[index]!.id)) {
      return undefined;
    }
    const { revision, position } = found.at(-1)!;
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
