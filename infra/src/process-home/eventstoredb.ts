/**
 * The processes of a deployment on many machines. Each name has a stream in which its tenures are recorded; the revision
 * after which a holder writes is its fence, so that of two who write one fails. Clocks of machines are never compared: a
 * tenure has run out for whoever has seen nothing new in the stream for as long as it lasts.
 */

import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Appender } from '../event-store/eventstoredb/append.ts';
import type { Names } from '../event-store/eventstoredb/names.ts';
import type { StreamReader } from '../event-store/eventstoredb/read-stream.ts';
import type { Arrival, Draft } from '../event-store/eventstoredb/record.ts';
import { StoreUnavailable, WrongExpectedRevision } from '../event-store/errors.ts';
import { checkpointSchema, checkpointText } from './checkpoint.ts';
import { checkTaking } from './names.ts';
import type { Checkpoint, Holder, ProcessHome, TakeOptions, Tenure } from './port.ts';

/** Events kept of each name: what came before is of no use. */
const KEPT = 50;

/** The stream that says which names there are; no process can have this name. */
const NAMES = '_names';
/** Names kept in it, and read at the same time. */
const KEPT_NAMES = 1000;
const READ_AT_ONCE = 16;

const event = z.object({
  holder: z.string(),
  ttlMs: z.number(),
  /** Absent in the event that begins a tenure: it is that event's own revision. */
  fence: z.int().optional(),
  checkpoint: checkpointSchema.optional(),
});

type State = z.output<typeof event> & { readonly type: string; readonly revision: number; readonly seenAt: string };

const TAKEN = 'ProcessTaken';
const RENEWED = 'ProcessRenewed';
const RELEASED = 'ProcessReleased';

export type ProcessHomeParts = {
  readonly names: Names;
  readonly reader: StreamReader;
  readonly appender: Appender;
  readonly elapsed: () => number;
};

export class EventStoreDbProcessHome implements ProcessHome {
  readonly #parts: ProcessHomeParts;
  /** Since when the stream of a name has been as it is, as far as this process has seen. */
  readonly #seen = new Map<string, { readonly revision: number; readonly since: number }>();
  readonly #named = new Set<string>();
  readonly #tenures = new Map<string, EventStoreDbTenure>();

  constructor(parts: ProcessHomeParts) {
    this.#parts = parts;
  }

  async take(name: string, options: TakeOptions): Promise<Tenure | undefined> {
    checkTaking(name, options);
    const former = await this.#state(name);
    if (former !== undefined && former.holder !== options.holder && this.#holds(name, former)) return undefined;
    await this.#recordName(name, former === undefined);
    const since = this.#parts.elapsed();
    const kept = { ...(former?.checkpoint && { checkpoint: former.checkpoint }) };
    const revision = await this.#append(name, TAKEN, { ...options, ...kept }, former?.revision ?? 'none');
    if (revision === undefined) return undefined;
    const held = this.#tenures.get(name);
    held?.lose();
    const tenure = new EventStoreDbTenure(
      { name, options, revision, since, checkpoint: former?.checkpoint },
      this.#parts.elapsed,
      {
        append: (type, data, after) => this.#append(name, type, data, after),
        state: () => this.#state(name),
      },
    );
    this.#tenures.set(name, tenure);
    return tenure;
  }

  async holders(prefix: string): Promise<readonly Holder[]> {
    const names = (await this.#names()).filter((name) => name.startsWith(prefix)).toSorted();
    const holders: Holder[] = [];
    for (let first = 0; first < names.length; first += READ_AT_ONCE) {
      const some = names.slice(first, first + READ_AT_ONCE);
      const states = await Promise.all(some.map((name) => this.#state(name)));
      states.forEach((state, index) => {
        const name = some[index]!;
        if (state !== undefined && this.#holds(name, state)) {
          holders.push({ name, holder: state.holder, seenAt: state.seenAt });
        }
      });
    }
    return holders;
  }

  async checkpoints(): Promise<ReadonlyMap<string, Checkpoint>> {
    const found = new Map<string, Checkpoint>();
    for (const name of (await this.#names()).toSorted()) {
      const checkpoint = (await this.#state(name))?.checkpoint;
      if (checkpoint !== undefined) found.set(name, checkpoint);
    }
    return found;
  }

  /** Whether a tenure is under way, as far as this process can tell. */
  #holds(name: string, { type, revision, ttlMs }: State): boolean {
    if (type === RELEASED) return false;
    const now = this.#parts.elapsed();
    const seen = this.#seen.get(name);
    if (seen?.revision === revision) return now - seen.since < ttlMs;
    this.#seen.set(name, { revision, since: now });
    return true;
  }

  async #state(name: string): Promise<State | undefined> {
    const last = await this.#parts.reader.last(this.#parts.names.ofProcess(name));
    return last && stateOf(name, last);
  }

  /** @returns the revision of the event; undefined where somebody else wrote first. */
  async #append(name: string, type: string, data: Data, after: number | 'none'): Promise<number | undefined> {
    const stream = this.#parts.names.ofProcess(name);
    const { checkpoint, ...rest } = data;
    const drafts = [draft(type, { ...rest, ...(checkpoint && { checkpoint: checkpointText(checkpoint) }) })];
    try {
      const appended = await this.#parts.appender.append({
        stream,
        name: stream,
        drafts,
        expected: after,
        exact: true,
      });
      return appended.revision;
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  async #names(): Promise<readonly string[]> {
    const names = new Set<string>();
    for (const { data } of await this.#parts.reader.some(this.#parts.names.ofProcess(NAMES), {})) {
      const said = z.object({ name: z.string() }).safeParse(jsonOf(data));
      if (said.success) names.add(said.data.name);
    }
    return [...names];
  }

  /** Before a name is taken it is recorded that there is one, so that `holders` finds it. */
  async #recordName(name: string, isNew: boolean): Promise<void> {
    if (this.#named.has(name)) return;
    const { appender, names } = this.#parts;
    const all = await this.#names();
    if (!all.includes(name)) {
      const stream = names.ofProcess(NAMES);
      await appender.append({ stream, name: stream, drafts: [draft('ProcessNamed', { name })], expected: 'any' });
      if (all.length === 0) await this.#keepLast(stream, KEPT_NAMES);
    }
    if (isNew) await this.#keepLast(names.ofProcess(name), KEPT);
    this.#named.add(name);
  }

  /** Lets the server drop all events of a stream but the last. */
  async #keepLast(stream: string, count: number): Promise<void> {
    const metadata = `$$${stream}`;
    const drafts = [draft('$metadata', { $maxCount: count })];
    try {
      await this.#parts.appender.append({ stream: metadata, name: metadata, drafts, expected: 'none', exact: true });
    } catch (error) {
      // Somebody has said already how much is kept.
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}

type Data = {
  readonly holder: string;
  readonly ttlMs: number;
  readonly fence?: number;
  readonly checkpoint?: Checkpoint | undefined;
};

type Deeds = {
  readonly append: (type: string, data: Data, after: number) => Promise<number | undefined>;
  readonly state: () => Promise<State | undefined>;
};

type Begun = {
  readonly name: string;
  readonly options: TakeOptions;
  readonly revision: number;
  readonly since: number;
  readonly checkpoint: Checkpoint | undefined;
};

class EventStoreDbTenure implements Tenure {
  readonly name: string;
  readonly holder: string;
  readonly fence: number;
  readonly #ttlMs: number;
  readonly #elapsed: () => number;
  readonly #deeds: Deeds;
  #revision: number;
  #since: number;
  #checkpoint: Checkpoint | undefined;
  #lost = false;
  /** One write after another: each begins where the one before ended. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ name, options, revision, since, checkpoint }: Begun, elapsed: () => number, deeds: Deeds) {
    this.name = name;
    this.holder = options.holder;
    this.fence = revision;
    this.#ttlMs = options.ttlMs;
    this.#revision = revision;
    this.#since = since;
    this.#checkpoint = checkpoint;
    this.#elapsed = elapsed;
    this.#deeds = deeds;
  }

  held(): boolean {
    return !this.#lost && this.#elapsed() - this.#since < this.#ttlMs;
  }

  checkpoint(): Checkpoint | undefined {
    return this.#checkpoint;
  }

  renew(checkpoint?: Checkpoint): Promise<boolean> {
    return this.#inTurn(async () => {
      if (!this.held()) return false;
      const since = this.#elapsed();
      const next = checkpoint ?? this.#checkpoint;
      if (!(await this.#write(RENEWED, next))) return false;
      this.#since = since;
      this.#checkpoint = next;
      // It may have taken so long that it is over again.
      return this.held();
    });
  }

  release(): Promise<void> {
    return this.#inTurn(async () => {
      const held = this.held();
      this.lose();
      if (held) await this.#write(RELEASED, this.#checkpoint);
    });
  }

  lose(): void {
    this.#lost = true;
  }

  /** @returns false where the name is lost. */
  async #write(type: string, checkpoint: Checkpoint | undefined): Promise<boolean> {
    const data = { holder: this.holder, ttlMs: this.#ttlMs, fence: this.fence, checkpoint };
    let revision = await this.#deeds.append(type, data, this.#revision);
    if (revision === undefined) {
      // An earlier renewal of which nothing was heard may be what stands there.
      const state = await this.#deeds.state();
      if (state?.fence === this.fence && state.holder === this.holder && state.type === RENEWED) {
        revision = await this.#deeds.append(type, data, state.revision);
      }
    }
    if (revision === undefined) {
      this.lose();
      return false;
    }
    this.#revision = revision;
    return true;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

function stateOf(name: string, { type, data, revision, created }: Arrival): State {
  const read = event.safeParse(jsonOf(data));
  if (!read.success || ![TAKEN, RENEWED, RELEASED].includes(type)) {
    throw new StoreUnavailable(
      'store.damaged',
      `The stream of the process ${name} in the event store ends with something that Rostrum did not write. Delete that stream to let the process begin anew.`,
      { cause: read.error },
    );
  }
  const { checkpoint, ...rest } = read.data;
  const seenAt = new Date(Number(BigInt(created ?? 0) / 10_000n)).toISOString();
  return { ...rest, ...(checkpoint && { checkpoint }), type, revision, seenAt };
}

function draft(type: string, data: object): Draft {
  return { id: randomUUID(), type, data: Buffer.from(JSON.stringify(data)), metadata: Buffer.from('{}') };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}
