/**
 * Writes a whole store to a server, entry by entry. The order of everything is there the order in which appends arrive, so
 * one is sent when the one before it is answered; what follows in one stream goes together.
 */

import { systemClock } from '../../clock.ts';
import { CopyRefused } from '../copy.ts';
import { EventTooLarge, OutcomeUnknown, StoreUnavailable, WrongExpectedRevision } from '../errors.ts';
import { DELETIONS, STREAM_DELETED } from '../port.ts';
import type { StreamDeleted } from '../port.ts';
import type { Entry, EventEntry, StoreImport } from '../transfer.ts';
import { parseAddress } from './address.ts';
import { Appender } from './append.ts';
import { Backoff } from './backoff.ts';
import type { Connection } from './connection.ts';
import { Eraser, idOf, NOTHING } from './erase.ts';
import { Transcript, WAITS } from './export.ts';
import type { TransferOptions } from './export.ts';
import { LastPosition } from './last-position.ts';
import { DELETION_TYPE, END_TYPE, Names } from './names.ts';
import { connectTo } from './open.ts';
import { StreamReader } from './read-stream.ts';
import { isOurs } from './record.ts';
import type { Draft } from './record.ts';
import { Writer } from './writer.ts';

/** Events in one append, and the text in them: a server takes 1 MiB unless it is told otherwise. */
const APPEND_EVENTS = 500;
const APPEND_CHARACTERS = 256 * 1024;

/** Milliseconds after which an append that nothing was heard of is looked for, and sent again where it does not stand. */
const DEADLINE_MS = 10_000;
/** Milliseconds that it is sent again for: a cluster may choose another leader meanwhile. */
const PATIENCE_MS = 60_000;

export type ImportOptions = TransferOptions & { readonly deadlineMs?: number };

/** @throws StoreRefused where waiting for the server would not help; what the signal says where it aborts. */
export function openEventStoreDbImport(options: ImportOptions): Promise<StoreImport> {
  const { connectionString, namespace = '', deadlineMs = DEADLINE_MS } = options;
  const address = parseAddress(connectionString);
  return connectTo(address, options, (connection) =>
    EventStoreDbImport.on(connection, address.name, new Names(namespace), deadlineMs),
  );
}

/** What stands last in a stream: its revision, and whether it is only a place. */
type Head = { readonly revision: number; readonly isPlace: boolean };

class EventStoreDbImport implements StoreImport {
  /** Where events of many streams take turns, this takes the server about a second. */
  readonly batch = 512;
  readonly #transcript: Transcript;
  readonly #names: Names;
  readonly #heads: Map<string, Head>;
  readonly #reader: StreamReader;
  readonly #writer: Writer;
  readonly #appender: Appender;
  readonly #eraser: Eraser;

  /** @throws StoreUnavailable */
  static async on(connection: Connection, name: string, names: Names, deadlineMs: number): Promise<EventStoreDbImport> {
    const heads = new Map<string, Head>();
    const transcript = await Transcript.on({
      connection,
      name,
      names,
      onArrival: ({ name: onServer, revision, isEnd: isPlace }) => {
        const stream = names.inPort(onServer);
        if (revision > (heads.get(stream)?.revision ?? -1)) heads.set(stream, { revision, isPlace });
      },
    });
    return new EventStoreDbImport(connection, names, transcript, heads, deadlineMs);
  }

  private constructor(
    connection: Connection,
    names: Names,
    transcript: Transcript,
    heads: Map<string, Head>,
    deadlineMs: number,
  ) {
    const { deletions } = transcript;
    this.#transcript = transcript;
    this.#names = names;
    this.#heads = heads;
    this.#reader = new StreamReader(connection, names, deletions, WAITS);
    this.#writer = new Writer(connection);
    this.#appender = new Appender({
      writer: this.#writer,
      names,
      reader: this.#reader,
      deletions,
      last: new LastPosition(connection, names, WAITS),
      deadlineMs,
      completeDeletion: (...deletion) => this.#eraser.complete(...deletion),
    });
    this.#eraser = new Eraser({
      connection,
      names,
      deletions,
      reader: this.#reader,
      appender: this.#appender,
      clock: systemClock,
      deadlineMs,
      recorded: (event) => void deletions.see(event),
    });
  }

  get name(): string {
    return this.#transcript.name;
  }

  lastPosition(): Promise<bigint> {
    return this.#transcript.lastPosition();
  }

  read(until?: bigint): AsyncIterable<readonly Entry[]> {
    return this.#transcript.read(until);
  }

  isErased(stream: string, revision: number): Promise<boolean> {
    return this.#transcript.isErased(stream, revision);
  }

  inspect(): Promise<readonly string[]> {
    return this.#transcript.inspect();
  }

  async write(entries: readonly Entry[]): Promise<void> {
    for (const run of runsOf(entries)) {
      const [{ stream, revision }] = run;
      const name = this.#nameOf(stream);
      const drafts = run.map((entry) => this.#draftOf(entry));
      if (stream === DELETIONS) await this.#delete(run[0], drafts);
      else {
        await this.#fillUp(stream, name, revision - 1);
        if (this.#headOf(stream) >= revision) throw this.#spoilt(stream);
        await this.#append(stream, name, drafts);
      }
    }
  }

  async settle(last: boolean): Promise<number> {
    await this.#completeDeletion();
    let uncleared = 0;
    for (const [stream, through] of this.#transcript.deletions.all()) {
      const head = this.#heads.get(stream);
      if (head === undefined || head.isPlace || head.revision !== through) continue;
      // The server keeps the last event of every stream; what was deleted is not to be that one.
      if (!last) uncleared += 1;
      else await this.#fillUp(stream, this.#nameOf(stream), through + 1);
    }
    return uncleared;
  }

  async close(): Promise<void> {
    await this.#writer.close();
    await this.#transcript.close();
  }

  /** A deletion is recorded before the server is told. Only the last one can lack that. */
  async #completeDeletion(): Promise<void> {
    const last = await this.#reader.last(this.#names.deletions);
    if (last?.event === undefined) return;
    const { stream, through = -1 } = last.event.data as StreamDeleted['data'];
    const name = this.#names.onServer(stream);
    if (name === undefined || through < 0) return;
    const end = await this.#reader.last(name);
    if (end === undefined || end.revision > through) return;
    await patiently(() => this.#eraser.complete(stream, name, through));
  }

  /** The deletion is recorded first, then the server is told, as when a stream is deleted by the store itself. */
  async #delete(entry: EventEntry, drafts: readonly Draft[]): Promise<void> {
    const { stream, through = -1 } = JSON.parse(entry.data) as StreamDeleted['data'];
    const name = through < 0 ? undefined : this.#names.onServer(stream);
    if (name !== undefined) await this.#fillUp(stream, name, through);
    await this.#append(DELETIONS, this.#names.deletions, drafts);
    this.#transcript.deletions.see({ type: STREAM_DELETED, data: { stream, through } });
    if (name !== undefined) await patiently(() => this.#eraser.complete(stream, name, through));
  }

  /** Makes places at which nothing is to be read. */
  async #fillUp(stream: string, name: string, through: number): Promise<void> {
    for (let head = this.#headOf(stream); head < through; head = this.#headOf(stream)) {
      const count = Math.min(through - head, APPEND_EVENTS);
      const drafts = Array.from({ length: count }, (_, index) => placeOf(stream, head + 1 + index));
      await this.#append(stream, name, drafts, true);
    }
  }

  async #append(stream: string, name: string, drafts: readonly Draft[], exact = false): Promise<void> {
    const head = this.#headOf(stream);
    const begins = head < 0 || head === this.#transcript.deletions.through(stream);
    try {
      const expected = begins ? 'none' : head;
      const { revision } = await patiently(() => this.#appender.append({ stream, name, drafts, expected, exact }));
      if (revision !== head + drafts.length) throw this.#spoilt(stream);
      this.#heads.set(stream, { revision, isPlace: exact });
    } catch (error) {
      if (error instanceof WrongExpectedRevision) throw this.#spoilt(stream);
      if (!(error instanceof EventTooLarge) || drafts.length === 1) throw error;
      // Together they are more than this server takes.
      const half = drafts.length >> 1;
      await this.#append(stream, name, drafts.slice(0, half), exact);
      await this.#append(stream, name, drafts.slice(half), exact);
    }
  }

  /** Revision of what stands last in a stream, as far as was read and written here; -1 where nothing does. */
  #headOf(stream: string): number {
    return Math.max(this.#heads.get(stream)?.revision ?? -1, this.#transcript.deletions.through(stream));
  }

  #nameOf(stream: string): string {
    const name = this.#names.onServer(stream);
    if (name !== undefined) return name;
    throw new CopyRefused(
      'copy.source-damaged',
      `The stream ${stream} cannot be copied to EventStoreDB, where this name has a meaning of its own.`,
    );
  }

  #draftOf({ stream, revision, id, type, data, metadata }: EventEntry): Draft {
    const draft = {
      id,
      type: stream === DELETIONS ? DELETION_TYPE : type,
      data: Buffer.from(data),
      metadata: Buffer.from(metadata),
    };
    if (isOurs(draft, stream)) return draft;
    throw new CopyRefused(
      'copy.source-damaged',
      `${type} at revision ${revision} of ${stream} is not as Rostrum writes events, and cannot be copied to EventStoreDB. Run rostrum check on the source.`,
    );
  }

  #spoilt(stream: string): CopyRefused {
    return new CopyRefused(
      'copy.target-differs',
      `${this.name} has something in the stream ${stream} that is not of this copy. See that nobody else writes to it, and name an empty target.`,
    );
  }
}

/** Does again what may be done again, while the server is away. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const backoff = new Backoff(100, 2000);
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const passes =
        error instanceof OutcomeUnknown || (error instanceof StoreUnavailable && error.code === 'store.unreachable');
      if (!passes || !(await backoff.waitBefore(giveUpAt))) throw error;
    }
  }
}

type Run = [EventEntry, ...EventEntry[]];

/** Events that follow one another in one stream, as many as one append takes; each deletion by itself. */
function* runsOf(entries: readonly Entry[]): Generator<Run, void, void> {
  let run: Run | undefined;
  let size = 0;
  for (const entry of entries) {
    if (entry.kind !== 'event') continue;
    const characters = entry.data.length + entry.metadata.length;
    const last = run?.at(-1);
    const follows =
      run !== undefined &&
      last?.stream === entry.stream &&
      last.revision + 1 === entry.revision &&
      entry.stream !== DELETIONS &&
      run.length < APPEND_EVENTS &&
      size + characters <= APPEND_CHARACTERS;
    if (follows) {
      run!.push(entry);
      size += characters;
      continue;
    }
    if (run !== undefined) yield run;
    run = [entry];
    size = characters;
  }
  if (run !== undefined) yield run;
}

/** An event that says nothing. The same for the same place, so that one of unknown outcome is not written twice. */
function placeOf(stream: string, revision: number): Draft {
  return { id: idOf(`${stream} copied`, revision), type: END_TYPE, data: NOTHING, metadata: NOTHING };
}
