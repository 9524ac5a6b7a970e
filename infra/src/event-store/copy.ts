/**
 * Copies a whole store into another: the same events, at the same revisions, in the same order. What the target holds
 * already must be the beginning of the source, which makes a copy that was interrupted go on where it stopped.
 */

import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { Revisions } from './revisions.ts';
import type { Entry, EventEntry, StoreExport, StoreImport } from './transfer.ts';

/** Text that is written together, at most. */
const BATCH_CHARACTERS = 16 * 1024 * 1024;

export type CopyProgress = {
  readonly phase: 'comparing' | 'copying' | 'verifying';
  /** Events done in this phase. */
  readonly events: number;
  /** How much of the phase is done, from 0 to 1. */
  readonly done: number;
};

export type CopyOptions = {
  /** Ends it between two batches. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: CopyProgress) => void) | undefined;
  /** Nothing will be copied into this target any more: what is deleted in it is cleared away for good. */
  readonly last?: boolean | undefined;
  /** Entries that are written together; without it as many as suits the target. */
  readonly batchEntries?: number | undefined;
};

export type Copied = {
  /** Events that the target held already, and those that were written now. */
  readonly found: number;
  readonly copied: number;
  /** Events that both hold, compared one by one; and the SHA-256 over them. */
  readonly events: number;
  readonly digest: string;
  /** Position in the source up to which it was copied. */
  readonly until: bigint;
  /** Events that the source has deleted while it was copied, and the target still holds: the next copy deletes them. */
  readonly deletedMeanwhile: number;
  /** Entries of the source that are not ours; they were left out. */
  readonly foreign: number;
  /** Deleted streams of which the target keeps the text of the last event, until a copy is said to be the last. */
  readonly uncleared: number;
};

/** A copy that cannot begin, go on or be trusted. The sentence says why and what to do. */
export class CopyRefused extends Error {
  readonly code: 'copy.target-differs' | 'copy.source-damaged' | 'copy.interrupted' | 'copy.unlike';

  constructor(code: CopyRefused['code'], message: string) {
    super(message);
    this.name = 'CopyRefused';
    this.code = code;
  }
}

/**
 * Copies what the target lacks and then reads both again, from the beginning, to see that they hold the same.
 * @throws CopyRefused, and what the stores throw: run it again to go on.
 */
export async function copyStore(source: StoreExport, target: StoreImport, options: CopyOptions = {}): Promise<Copied> {
  const until = await source.lastPosition();
  const copied = await copyEvents(source, target, until, options);
  const verified = await compare(source, target, until, options);
  return { ...copied, ...verified, until };
}

type Written = Pick<Copied, 'found' | 'copied' | 'foreign' | 'uncleared'>;

async function copyEvents(
  source: StoreExport,
  target: StoreImport,
  until: bigint,
  { signal, onProgress, last = false, batchEntries = target.batch }: CopyOptions,
): Promise<Written> {
  await using standing = await Standing.of(target, source, (differs) => notTheBeginning(target, source, differs));
  const revisions = new Revisions(source);
  const batch = new Batch(target);
  let copied = 0;
  let foreign = 0;
  for await (const page of source.read(until)) {
    for (const entry of page) {
      if (entry.kind === 'foreign') {
        foreign += 1;
        revisions.pass(entry);
        continue;
      }
      const gap = await revisions.gapBefore(entry);
      if (gap !== undefined) throw sourceDamaged(source, gap);
      if (entry.kind === 'event' && (await standing.holds(entry))) continue;
      if (!standing.passed) continue;
      if (entry.kind === 'event') copied += 1;
      if (batch.add(entry) < batchEntries && batch.characters < BATCH_CHARACTERS) continue;
      await batch.write();
      checkInterrupted(signal);
      onProgress?.({ phase: 'copying', events: copied, done: share(entry.position, until) });
    }
    checkInterrupted(signal);
    if (!standing.passed) {
      onProgress?.({ phase: 'comparing', events: standing.matched, done: share(page.at(-1)!.position, until) });
    }
  }
  await standing.checkPassed();
  await batch.write();
  const uncleared = await target.settle(last);
  onProgress?.({ phase: 'copying', events: copied, done: 1 });
  return { found: standing.matched, copied, foreign, uncleared };
}

type Verified = Pick<Copied, 'events' | 'digest' | 'deletedMeanwhile'>;

async function compare(
  source: StoreExport,
  target: StoreImport,
  until: bigint,
  { signal, onProgress }: CopyOptions,
): Promise<Verified> {
  await using standing = await Standing.of(target, source, (differs) => unlike(target, differs));
  const digest = createHash('sha256');
  for await (const page of source.read(until)) {
    for (const entry of page) {
      if (entry.kind !== 'event') continue;
      if (!(await standing.holds(entry))) throw unlike(target, `it lacks ${nameOf(entry)}`);
      digestOf(entry, digest);
    }
    checkInterrupted(signal);
    onProgress?.({ phase: 'verifying', events: standing.matched, done: share(page.at(-1)!.position, until) });
  }
  await standing.checkPassed();
  return { events: standing.matched, digest: digest.digest('hex'), deletedMeanwhile: standing.vanished };
}

/** The events that stand in the target, passed one by one by those of the source. */
class Standing {
  readonly #source: StoreExport;
  readonly #events: AsyncGenerator<EventEntry, void, void>;
  readonly #refuse: (differs: string) => CopyRefused;
  #next: EventEntry | undefined;
  matched = 0;
  /** Events that the source has deleted since they were copied. */
  vanished = 0;

  private constructor(target: StoreExport, source: StoreExport, refuse: (differs: string) => CopyRefused) {
    this.#source = source;
    this.#events = eventsOf(target.read());
    this.#refuse = refuse;
  }

  /** @param refuse makes the error of what differs. */
  static async of(
    target: StoreExport,
    source: StoreExport,
    refuse: (differs: string) => CopyRefused,
  ): Promise<Standing> {
    const standing = new Standing(target, source, refuse);
    await standing.#advance();
    return standing;
  }

  /** True once nothing of the target is left. */
  get passed(): boolean {
    return this.#next === undefined;
  }

  /**
   * Whether the target holds this event next; false where nothing of it is left.
   * @throws CopyRefused where it holds another.
   */
  async holds(entry: EventEntry): Promise<boolean> {
    while (this.#next !== undefined) {
      if (isSame(this.#next, entry)) {
        this.matched += 1;
        await this.#advance();
        return true;
      }
      await this.#vanish(this.#next, `where ${this.#source.name} has ${nameOf(entry)}`);
    }
    return false;
  }

  /** @throws CopyRefused where something is left that the source does not hold. */
  async checkPassed(): Promise<void> {
    while (this.#next !== undefined) await this.#vanish(this.#next, `and ${this.#source.name} ends before that`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#events.return();
  }

  async #vanish(event: EventEntry, otherwise: string): Promise<void> {
    if (!(await this.#source.isErased(event.stream, event.revision))) {
      throw this.#refuse(`it has ${nameOf(event)} ${otherwise}`);
    }
    this.vanished += 1;
    await this.#advance();
  }

  async #advance(): Promise<void> {
    const { done, value } = await this.#events.next();
    this.#next = done === true ? undefined : value;
  }
}

/** Entries on their way into the target. */
class Batch {
  readonly #target: StoreImport;
  #entries: Entry[] = [];
  characters = 0;

  constructor(target: StoreImport) {
    this.#target = target;
  }

  /** @returns how many there are now. */
  add(entry: Entry): number {
    this.#entries.push(entry);
    if (entry.kind === 'event') this.characters += entry.data.length + entry.metadata.length;
    return this.#entries.length;
  }

  async write(): Promise<void> {
    if (this.#entries.length > 0) await this.#target.write(this.#entries);
    this.#entries = [];
    this.characters = 0;
  }
}

async function* eventsOf(pages: AsyncIterable<readonly Entry[]>): AsyncGenerator<EventEntry, void, void> {
  for await (const page of pages) {
    for (const entry of page) if (entry.kind === 'event') yield entry;
  }
}

const isSame = (a: EventEntry, b: EventEntry): boolean =>
  a.id === b.id &&
  a.revision === b.revision &&
  a.stream === b.stream &&
  a.type === b.type &&
  a.data === b.data &&
  a.metadata === b.metadata;

/** Takes an event into a digest. JSON in one line has no line break in it, so each part ends where it ends. */
function digestOf({ stream, revision, id, type, data, metadata }: EventEntry, digest: Hash): void {
  digest.update(`${JSON.stringify([stream, revision, id, type])}\n${data}\n${metadata}\n`);
}

const nameOf = ({ type, stream, revision }: EventEntry): string => `${type} at revision ${revision} of ${stream}`;

const notTheBeginning = (target: StoreExport, source: StoreExport, differs: string): CopyRefused =>
  new CopyRefused(
    'copy.target-differs',
    `${target.name} is not empty and not the beginning of a copy of ${source.name}: ${differs}. Nothing was written. Name an empty target.`,
  );

const sourceDamaged = (source: StoreExport, gap: string): CopyRefused =>
  new CopyRefused(
    'copy.source-damaged',
    `${source.name} cannot be copied whole. ${gap} Run rostrum check on it, or restore it from a backup.`,
  );

const unlike = (target: StoreExport, differs: string): CopyRefused =>
  new CopyRefused(
    'copy.unlike',
    `${target.name} was copied and yet is not alike: ${differs}. Do not use it. See that nobody else writes to it, and copy into an empty one.`,
  );

const share = (position: bigint, until: bigint): number => (until === 0n ? 1 : Number(position) / Number(until));

function checkInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new CopyRefused('copy.interrupted', 'Interrupted. What was copied stays; run the same again to go on.');
  }
}
