/**
 * The processes of a deployment on one machine. Only one process has the data folder, so who holds a name is kept in
 * memory; the checkpoint and the fence are in a small file for each name and survive it.
 */

import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { flushFolder } from '../disk/flush-folder.ts';
import { StoreUnavailable } from '../event-store/errors.ts';
import { checkpointSchema, checkpointText } from './checkpoint.ts';
import { checkTaking, NAME } from './names.ts';
import type { Checkpoint, Holder, ProcessHome, TakeOptions, Tenure } from './port.ts';

export type LocalProcessHomeOptions = {
  /** A folder of its own in the data folder; made where it is missing. */
  readonly directory: string;
  readonly clock?: Clock;
  /** Milliseconds that have passed, by a clock that nobody sets; the process's own without it. */
  readonly elapsed?: () => number;
};

const content = z.object({ fence: z.int().min(0), checkpoint: checkpointSchema.optional() });
type Kept = z.output<typeof content>;

/**
 * Opens the home of processes in a folder that belongs to this process.
 *
 * @example
 * const home = openLocalProcessHome({ directory: './data/processes' });
 * const tenure = await home.take('mail', { holder: 'node-1', ttlMs: 15_000 });
 */
export function openLocalProcessHome(options: LocalProcessHomeOptions): ProcessHome {
  return new LocalProcessHome(options);
}

class LocalProcessHome implements ProcessHome {
  readonly #directory: string;
  readonly #clock: Clock;
  readonly #elapsed: () => number;
  readonly #tenures = new Map<string, LocalTenure>();
  /** One after another for each name: what writes its file, and what decides by it. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor({ directory, clock = systemClock, elapsed = () => performance.now() }: LocalProcessHomeOptions) {
    this.#directory = directory;
    this.#clock = clock;
    this.#elapsed = elapsed;
  }

  async take(name: string, options: TakeOptions): Promise<Tenure | undefined> {
    checkTaking(name, options);
    return this.#inTurn(name, async () => {
      const present = this.#tenures.get(name);
      if (present?.held() && present.holder !== options.holder) return undefined;
      const since = this.#elapsed();
      const former = await this.#read(name);
      const kept = { fence: (former?.fence ?? -1) + 1, checkpoint: former?.checkpoint };
      await this.#write(name, kept);
      present?.lose();
      const tenure = new LocalTenure(name, options, kept, { since, seenAt: this.#clock.now() }, this.#elapsed, {
        renew: (checkpoint) => this.#renew(tenure, checkpoint),
        release: () => this.#release(tenure),
      });
      this.#tenures.set(name, tenure);
      return tenure;
    });
  }

  async holders(prefix: string): Promise<readonly Holder[]> {
    return [...this.#tenures.values()]
      .filter((tenure) => tenure.name.startsWith(prefix) && tenure.held())
      .map(({ name, holder, seen }) => ({ name, holder, seenAt: seen.seenAt }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  async checkpoints(): Promise<ReadonlyMap<string, Checkpoint>> {
    const found = new Map<string, Checkpoint>();
    for (const name of await this.#names()) {
      const checkpoint = (await this.#read(name))?.checkpoint;
      if (checkpoint !== undefined) found.set(name, checkpoint);
    }
    return found;
  }

  async #names(): Promise<readonly string[]> {
    try {
      const files = await readdir(this.#directory);
      const names = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
      return names.filter((name) => NAME.test(name)).toSorted();
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw unavailable(error);
    }
  }

  #renew(tenure: LocalTenure, checkpoint: Checkpoint | undefined): Promise<boolean> {
    return this.#inTurn(tenure.name, async () => {
      if (!tenure.held()) return false;
      const since = this.#elapsed();
      const kept = { fence: tenure.fence, checkpoint: checkpoint ?? tenure.checkpoint() };
      if (checkpoint !== undefined) await this.#write(tenure.name, kept);
      tenure.renewed(kept, { since, seenAt: this.#clock.now() });
      return true;
    });
  }

  #release(tenure: LocalTenure): Promise<void> {
    return this.#inTurn(tenure.name, async () => {
      tenure.lose();
      if (this.#tenures.get(tenure.name) === tenure) this.#tenures.delete(tenure.name);
    });
  }

  #inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(name) ?? Promise.resolve()).then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#turns.set(name, settled);
    return turn;
  }

  async #read(name: string): Promise<Kept | undefined> {
    const file = this.#fileOf(name);
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw unavailable(error);
    }
    try {
      return content.parse(JSON.parse(text));
    } catch (error) {
      throw new StoreUnavailable(
        'store.damaged',
        `The file ${file}, which says how far the process ${name} has come, is damaged. Restore it from a backup, or remove it to let the process begin anew.`,
        { cause: error },
      );
    }
  }

  /** Whole or not at all, whenever the process or the power ends. */
  async #write(name: string, { fence, checkpoint }: Kept): Promise<void> {
    const file = this.#fileOf(name);
    const draft = `${file}.${randomUUID()}`;
    const text = JSON.stringify({
      fence,
      checkpoint: checkpoint && checkpointText(checkpoint),
    });
    try {
      await mkdir(this.#directory, { recursive: true, mode: 0o700 });
      await writeDurably(draft, text);
      await rename(draft, file);
      await flushFolder(this.#directory);
    } catch (error) {
      await rm(draft, { force: true });
      throw unavailable(error);
    }
  }

  #fileOf(name: string): string {
    return join(this.#directory, `${name}.json`);
  }
}

type Deeds = {
  readonly renew: (checkpoint: Checkpoint | undefined) => Promise<boolean>;
  readonly release: () => Promise<void>;
};

type Seen = { readonly since: number; readonly seenAt: string };

class LocalTenure implements Tenure {
  readonly name: string;
  readonly holder: string;
  readonly fence: number;
  readonly #ttlMs: number;
  readonly #elapsed: () => number;
  readonly #deeds: Deeds;
  #kept: Kept;
  #lost = false;
  seen: Seen;

  constructor(
    name: string,
    { holder, ttlMs }: TakeOptions,
    kept: Kept,
    seen: Seen,
    elapsed: () => number,
    deeds: Deeds,
  ) {
    this.name = name;
    this.holder = holder;
    this.fence = kept.fence;
    this.#ttlMs = ttlMs;
    this.#kept = kept;
    this.seen = seen;
    this.#elapsed = elapsed;
    this.#deeds = deeds;
  }

  held(): boolean {
    return !this.#lost && this.#elapsed() - this.seen.since < this.#ttlMs;
  }

  checkpoint(): Checkpoint | undefined {
    return this.#kept.checkpoint;
  }

  renew(checkpoint?: Checkpoint): Promise<boolean> {
    return this.#deeds.renew(checkpoint);
  }

  release(): Promise<void> {
    return this.#deeds.release();
  }

  renewed(kept: Kept, seen: Seen): void {
    this.#kept = kept;
    this.seen = seen;
  }

  lose(): void {
    this.#lost = true;
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unavailable(cause: unknown): StoreUnavailable {
  const full = ['ENOSPC', 'EDQUOT'].includes(codeOf(cause) ?? '');
  return full
    ? new StoreUnavailable('store.disk-full', 'The disk is full. Make space; the processes go on by themselves.', {
        cause,
      })
    : new StoreUnavailable(
        'store.io',
        'The folder in which processes keep how far they have come reports an error. Look at the disk and at who owns the folder.',
        { cause },
      );
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
