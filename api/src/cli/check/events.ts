// Looks at every event of a store: whether it follows the one before, whether this version can read it, whether its id
// stands once. What it says of documents is gathered on the way.

import { familyOf, readEvent, UnreadableEvent } from '@rostrum/events';
import type { EventMetadata, RecordedEvent } from '@rostrum/events';
import { DELETIONS, Revisions, STREAM_DELETED, StoreUnavailable } from '@rostrum/infra';
import type { Entry, EventEntry, StoreExport } from '@rostrum/infra';
import * as z from 'zod';
import type { Report } from './report.ts';
import { SeenIds } from './seen-ids.ts';

/** A file that the record names: where first, and how long it is to be. */
export type NamedFile = { readonly sha256: string; readonly sizeBytes: number; readonly where: string };

export type Looking = {
  readonly signal: AbortSignal;
  readonly onProgress: (events: number, done: number) => void;
};

const File = z.object({ sha256: z.string(), sizeBytes: z.number() });
const Deletion = z.strictObject({ stream: z.string(), at: z.iso.datetime(), through: z.int().min(-1) });

/**
 * Reads the store from the beginning to the end and adds what is wrong to the report.
 * @returns the files that the record names
 * @throws StoreUnavailable where the store cannot be reached; damage is a fault like others
 */
export async function lookAtEvents(
  store: StoreExport,
  report: Report,
  { signal, onProgress }: Looking,
): Promise<readonly NamedFile[]> {
  const looked = new LookedAt(store, report);
  const last = await store.lastPosition();
  await unlessDamaged(report, async () => {
    for await (const page of store.read(last)) {
      for (const entry of page) await looked.at(entry);
      signal.throwIfAborted();
      onProgress(report.events, Number(page.at(-1)!.position) / Number(last));
    }
  });
  await unlessDamaged(report, () => looked.confirmDoubles(last));
  return [...looked.files.values()];
}

/** What breaks off the reading of a damaged store is one of its faults. */
async function unlessDamaged(report: Report, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StoreUnavailable) || error.code !== 'store.damaged') throw error;
    report.add({ kind: 'store', sentence: `It cannot be read to its end. ${error.message}` });
  }
}

class LookedAt {
  readonly #store: StoreExport;
  readonly #report: Report;
  readonly #revisions: Revisions;
  readonly #seen = new SeenIds();
  readonly #suspected = new Set<string>();
  readonly #streams = new Set<string>();
  readonly files = new Map<string, NamedFile>();
  #position = 0n;

  constructor(store: StoreExport, report: Report) {
    this.#store = store;
    this.#report = report;
    this.#revisions = new Revisions(store);
  }

  async at(entry: Entry): Promise<void> {
    if (entry.position <= this.#position) {
      this.#report.add({ kind: 'order', sentence: `Position ${entry.position} stands after ${this.#position}.` });
    }
    this.#position = entry.position;
    if (entry.kind === 'foreign') {
      this.#revisions.pass(entry);
      return this.#foreign(entry.stream);
    }
    const { stream, revision } = entry;
    const gap = await this.#revisions.gapBefore(entry);
    if (gap !== undefined) this.#report.add({ kind: 'order', sentence: gap, stream, revision });
    if (entry.kind === 'event') this.#event(entry);
  }

  /** Looks a second time at what seemed doubled. */
  async confirmDoubles(until: bigint): Promise<void> {
    if (this.#suspected.size === 0) return;
    const first = new Map<string, string>();
    for await (const page of this.#store.read(until)) {
      for (const entry of page) {
        if (entry.kind !== 'event' || !this.#suspected.has(entry.id)) continue;
        const { id, stream, revision } = entry;
        const before = first.get(id);
        if (before === undefined) first.set(id, `revision ${revision} of ${stream}`);
        else {
          const sentence = `${id} is at ${before} and at revision ${revision} of ${stream}.`;
          this.#report.add({ kind: 'doubled-id', sentence, stream, revision });
        }
      }
    }
  }

  #event(entry: EventEntry): void {
    const family = entry.stream === DELETIONS ? DELETIONS : familyOf(entry.stream);
    if (family === undefined) return this.#foreign(entry.stream);
    this.#report.events += 1;
    this.#count(entry.stream, family);
    if (this.#seen.add(entry.id)) this.#suspected.add(entry.id);
    const event = this.#read(entry);
    if (event !== undefined) this.#gather(event);
  }

  #read(entry: EventEntry): RecordedEvent | undefined {
    const { stream, revision, type } = entry;
    try {
      const event = parsed(entry);
      return stream === DELETIONS ? this.#deletion(event) : readEvent(event);
    } catch (error) {
      const kind = error instanceof UnreadableEvent ? error.why : 'damaged';
      const why = kind === 'damaged' ? 'is not as it was written' : (error as Error).message;
      this.#report.add({ kind, sentence: `${type} at revision ${revision} of ${stream}: ${why}`, stream, revision });
      return undefined;
    }
  }

  #deletion(event: RecordedEvent): undefined {
    if (event.type !== STREAM_DELETED) throw new Error(`${event.type} among the deletions`);
    Deletion.parse(event.data);
    this.#report.deletions += 1;
  }

  /** Documents tabled, replaced and announced name a file. */
  #gather({ type, data, stream, revision }: RecordedEvent): void {
    const file = File.safeParse(data).data;
    if (file === undefined || this.files.has(file.sha256)) return;
    this.files.set(file.sha256, { ...file, where: `${type} at revision ${revision} of ${stream}` });
  }

  #foreign(stream: string): void {
    this.#report.foreign.events += 1;
    if (this.#streams.has(stream)) return;
    this.#streams.add(stream);
    this.#report.foreign.streams += 1;
  }

  #count(stream: string, family: string): void {
    if (family === DELETIONS || this.#streams.has(stream)) return;
    this.#streams.add(stream);
    this.#report.streams.set(family, (this.#report.streams.get(family) ?? 0) + 1);
  }
}

const parsed = ({ data, metadata, stream, revision, position, id, type }: EventEntry): RecordedEvent => ({
  id,
  type,
  data: JSON.parse(data) as unknown,
  metadata: JSON.parse(metadata) as EventMetadata,
  stream,
  revision,
  position,
});
