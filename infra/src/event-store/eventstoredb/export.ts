/** Opens the event store on a server to be read whole. Nothing is written to it, and others may go on writing. */

import type { RecordedEvent } from '@rostrum/events';
import { DELETIONS } from '../port.ts';
import type { Entry, StoreExport } from '../transfer.ts';
import { parseAddress } from './address.ts';
import type { Connection } from './connection.ts';
import { Deletions } from './deletions.ts';
import { Entries } from './entries.ts';
import { LastPosition } from './last-position.ts';
import { Names } from './names.ts';
import { connectTo } from './open.ts';
import type { ConnectOptions } from './open.ts';
import { StreamReader } from './read-stream.ts';
import type { Waits } from './reading.ts';
import type { Arrival } from './record.ts';

/** Milliseconds that the server may say nothing while something is read, and be away. */
export const WAITS: Waits = { silenceMs: 20_000, patienceMs: 60_000 };

export type TransferOptions = ConnectOptions & {
  /** `esdb://` or `kurrentdb://`, with `+discover` for a name that stands for all nodes of a cluster. */
  readonly connectionString: string;
  /** The names of all streams begin so on the server. */
  readonly namespace?: string;
};

/** @throws StoreRefused where waiting for the server would not help; what the signal says where it aborts. */
export function openEventStoreDbExport(options: TransferOptions): Promise<StoreExport> {
  const { connectionString, namespace = '' } = options;
  const address = parseAddress(connectionString);
  return connectTo(address, options, (connection) =>
    Transcript.on({ connection, name: address.name, names: new Names(namespace) }),
  );
}

export type TranscriptParts = {
  readonly connection: Connection;
  readonly name: string;
  readonly names: Names;
  readonly onArrival?: (arrival: Arrival) => void;
};

/** The store as it is read whole; what is written by a copy is beside it, in `import.ts`. */
export class Transcript implements StoreExport {
  readonly name: string;
  readonly #connection: Connection;
  readonly #reader: StreamReader;
  readonly #last: LastPosition;
  readonly #entries: Entries;
  readonly #recorded: RecordedEvent[] = [];
  /** All that are recorded so far. */
  readonly deletions = new Deletions();

  /** @throws StoreUnavailable */
  static async on(parts: TranscriptParts): Promise<Transcript> {
    const transcript = new Transcript(parts);
    await transcript.#learn();
    return transcript;
  }

  private constructor({ connection, name, names, onArrival }: TranscriptParts) {
    this.name = name;
    this.#connection = connection;
    // Nothing is hidden from whoever reads what was deleted.
    this.#reader = new StreamReader(connection, names, new Deletions(), WAITS);
    this.#last = new LastPosition(connection, names, WAITS);
    this.#entries = new Entries({ connection, names, silenceMs: WAITS.silenceMs, ...(onArrival && { onArrival }) });
  }

  lastPosition(): Promise<bigint> {
    return this.#last.ask();
  }

  /** What was deleted later than `until` is still read as it was, where the server has it. */
  async *read(until?: bigint): AsyncGenerator<readonly Entry[], void, void> {
    const end = until ?? (await this.lastPosition());
    await this.#learn();
    const deletions = new Deletions();
    for (const deletion of this.#recorded) if (deletion.position <= end) deletions.see(deletion);
    yield* this.#entries.read(end, deletions);
  }

  async isErased(stream: string, revision: number): Promise<boolean> {
    if (revision > this.deletions.through(stream)) await this.#learn();
    return revision <= this.deletions.through(stream);
  }

  async inspect(): Promise<readonly string[]> {
    return [];
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  /** Takes in the deletions that were recorded since the last look. */
  async #learn(): Promise<void> {
    const from = (this.#recorded.at(-1)?.revision ?? -1) + 1;
    for await (const page of this.#reader.read(DELETIONS, { from })) {
      for (const event of page) {
        this.#recorded.push(event);
        this.deletions.see(event);
      }
    }
  }
}
