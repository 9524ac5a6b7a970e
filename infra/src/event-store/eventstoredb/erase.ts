/**
 * Deletes a stream, in three steps. First it is ended by an event that says nothing, so that no append which rests on
 * what it held goes through any more; then the deletion is recorded, and from then on everybody hides what it names; at
 * last the server is told, which keeps the text until its next scavenge. Whoever meets a stream that was ended and not
 * yet recorded as deleted makes up for it, and so does deleting again.
 */

import { createHash, randomUUID } from 'node:crypto';
import { WrongExpectedVersionError } from '@eventstore/db-client';
import type { RecordedEvent } from '@rostrum/events';
import type { Clock } from '../../clock.ts';
import { WrongExpectedRevision } from '../errors.ts';
import { DELETIONS } from '../port.ts';
import { streamDeleted } from '../stream-deleted.ts';
import type { Appender } from './append.ts';
import { Backoff } from './backoff.ts';
import type { Connection } from './connection.ts';
import type { Deletions } from './deletions.ts';
import { troubleOf, unavailable } from './failure.ts';
import { DELETION_TYPE, END_TYPE } from './names.ts';
import type { Names } from './names.ts';
import type { StreamReader } from './read-stream.ts';
import { draft } from './record.ts';

/** An object without anything in it, as JSON. */
export const NOTHING = Buffer.from('{}');

export type EraserParts = {
  readonly connection: Connection;
  readonly names: Names;
  readonly deletions: Deletions;
  readonly reader: StreamReader;
  readonly appender: Appender;
  readonly clock: Clock;
  readonly deadlineMs: number;
  /** Told of the deletion as soon as it is recorded. */
  readonly recorded: (event: RecordedEvent) => void;
};

export class Eraser {
  readonly #parts: EraserParts;

  constructor(parts: EraserParts) {
    this.#parts = parts;
  }

  /**
   * @param stream as the port knows it, @param name as the server does.
   * @throws StoreUnavailable, OutcomeUnknown: erase it again.
   */
  async erase(stream: string, name: string): Promise<void> {
    for (;;) {
      const last = await this.#parts.reader.last(name);
      if (last === undefined) return;
      const ended = last.isEnd || last.revision <= this.#parts.deletions.through(stream);
      const through = ended ? last.revision : await this.#end(stream, name, last.revision);
      if (through !== undefined) return this.complete(stream, name, through);
    }
  }

  /** Deletes what stands up to the end of a stream that was ended. */
  async complete(stream: string, name: string, through: number): Promise<void> {
    if (through > this.#parts.deletions.through(stream)) await this.record(stream, through);
    await this.#tellServer(name, through);
  }

  /** @returns where the stream has its end now; undefined where somebody appended to it meanwhile. */
  async #end(stream: string, name: string, revision: number): Promise<number | undefined> {
    const end = { id: idOf(`${stream} ended`, revision), type: END_TYPE, data: NOTHING, metadata: NOTHING };
    try {
      const ended = await this.#parts.appender.append({ stream, name, drafts: [end], expected: revision, exact: true });
      return ended.revision;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  /** Records that a stream is deleted up to a revision. */
  async record(stream: string, through: number): Promise<void> {
    const { names, appender, clock, recorded } = this.#parts;
    const event = streamDeleted(stream, through, clock, idOf(stream, through));
    const drafts = [draft({ ...event, type: DELETION_TYPE }, Infinity)];
    const appended = await appender.append({ stream: DELETIONS, name: names.deletions, drafts, expected: 'any' });
    recorded({ ...event, stream: DELETIONS, ...appended });
  }

  /** Deleting once more what is deleted does no harm, so it is tried until it is known to be done. */
  async #tellServer(name: string, through: number): Promise<void> {
    const { connection, deadlineMs } = this.#parts;
    const backoff = new Backoff(50, 1000);
    const until = performance.now() + deadlineMs;
    for (;;) {
      try {
        await connection.deleteStream(name, { expectedRevision: BigInt(through), requiresLeader: true });
        return;
      } catch (error) {
        // Somebody has begun the stream anew meanwhile, and what comes after the deletion stays.
        if (error instanceof WrongExpectedVersionError) return this.#cutOff(name, through + 1);
        if (troubleOf(error) !== 'passing' || !(await backoff.waitBefore(until))) throw unavailable(error);
      }
    }
  }

  /** Lets the server show a stream only from a revision on, and leaves what else was said of the stream as it is. */
  async #cutOff(name: string, from: number): Promise<void> {
    const { reader, appender } = this.#parts;
    const metadata = `$$${name}`;
    const before = await reader.last(metadata);
    const said = before === undefined ? {} : (JSON.parse(Buffer.from(before.data).toString()) as object);
    const data = Buffer.from(JSON.stringify({ ...said, $tb: from }));
    const drafts = [{ id: randomUUID(), type: '$metadata', data, metadata: NOTHING }];
    const expected = before?.revision ?? 'none';
    await appender.append({ stream: metadata, name: metadata, drafts, expected, exact: true });
  }
}

/** An id that is the same for the same deletion, so that one of unknown outcome is not recorded twice: a UUID of version 8 (RFC 9562). */
export function idOf(stream: string, through: number): string {
  const hex = createHash('sha256').update(`${stream} ${through}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
