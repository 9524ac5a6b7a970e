// A node with its socket: started, stopped, started again on the same port.

import { randomUUID } from 'node:crypto';
import { ServerCredentials } from '@grpc/grpc-js';
import type { User } from './access.ts';
import type { Certified } from './certificates.ts';
import type { Endpoint } from './errors.ts';
import type { Faults } from './faults.ts';
import { Listening } from './listening.ts';
import type { Log } from './log.ts';
import type { Member, Node } from './node.ts';
import { abilitiesOf } from './versions.ts';

export type NodeOptions = {
  /** What it says it is. What a version cannot do, it does not do either (`versions.ts`). */
  readonly version?: string;
  /** The largest append in bytes; 1 MiB as the real server has it by default. */
  readonly maxAppendSize?: number;
  /** How long an append in several messages may take to arrive, in milliseconds; 2,000 as in the real one. */
  readonly writeTimeout?: number;
  /** Whom it lets in; without users everybody may do everything. Clients send passwords over TLS only. */
  readonly users?: readonly User[];
  /** With a certificate it speaks TLS, and only that. */
  readonly tls?: Certified;
};

/** What a node asks of those it belongs to. */
export type Surroundings = {
  readonly log: Log;
  readonly faults: Faults;
  readonly leadership: Node['leadership'];
  readonly members: () => readonly Member[];
};

export class NodeEndpoint {
  readonly id = randomUUID();
  readonly #options: NodeOptions;
  readonly #node: Node;
  #listening: Listening | undefined;
  #port: number;

  /** @param port 0 for one that the system chooses */
  constructor(options: NodeOptions, port: number, surroundings: Surroundings) {
    this.#options = options;
    this.#port = port;
    const { version = '24.10.0', maxAppendSize = 1024 * 1024, writeTimeout = 2000, users = [] } = options;
    this.#node = {
      ...surroundings,
      version,
      abilities: abilitiesOf(version),
      maxAppendSize,
      writeTimeout,
      users,
      drop: (peer) => this.#listening?.drop(peer),
      part: (peer) => this.#listening?.part(peer),
    };
  }

  /** Where clients reach it. With TLS by its name: Node takes no address as the name of a server. */
  get address(): Endpoint {
    return { host: this.#options.tls ? 'localhost' : HOST, port: this.#port };
  }

  get running(): boolean {
    return this.#listening !== undefined;
  }

  async start(): Promise<void> {
    if (this.#listening) return;
    this.#listening = new Listening(this.#node, credentialsOf(this.#options.tls));
    this.#port = await this.#listening.listen(HOST, this.#port);
  }

  /** Breaks every connection and takes no more. */
  async stop(): Promise<void> {
    const closing = this.#listening;
    this.#listening = undefined;
    await closing?.close();
  }

  dropConnections(): void {
    this.#listening?.dropAll();
  }
}

const HOST = '127.0.0.1';

const credentialsOf = (tls: Certified | undefined): ServerCredentials =>
  tls
    ? ServerCredentials.createSsl(null, [
        { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
      ])
    : ServerCredentials.createInsecure();
