// One node's socket: takes gRPC calls, and can break its connections at any moment.

import { once } from 'node:events';
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { Server, type ServerCredentials } from '@grpc/grpc-js';
import type { Node } from './node.ts';
import { servicesOf } from './services.ts';

const LARGEST_MESSAGE = 17 * 1024 * 1024;

export class Listening {
  readonly #grpc = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': -1,
  });
  readonly #sockets = new Map<string, Socket>();
  readonly #net: NetServer;

  constructor(node: Node, credentials: ServerCredentials) {
    for (const { definition, methods } of servicesOf(node)) this.#grpc.addService(definition, methods);
    const injector = this.#grpc.createConnectionInjector(credentials);
    this.#net = createServer({ noDelay: true }, (socket) => {
      const peer = `${socket.remoteAddress}:${socket.remotePort}`;
      this.#sockets.set(peer, socket);
      socket.once('close', () => this.#sockets.delete(peer));
      socket.on('error', () => {});
      injector.injectConnection(socket);
    });
  }

  /**
   * @param port 0 for one that the system chooses
   * @returns the port
   */
  async listen(host: string, port: number): Promise<number> {
    this.#net.listen(port, host);
    await once(this.#net, 'listening');
    const address = this.#net.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  /** Breaks one connection as soon as what was written to it is sent, which is within this turn of the event loop. */
  part(peer: string): void {
    setImmediate(() => setImmediate(() => this.#sockets.get(peer)?.destroy()));
  }

  /** Breaks one connection, without a farewell. */
  drop(peer: string): void {
    this.#sockets.get(peer)?.resetAndDestroy();
  }

  dropAll(): void {
    for (const socket of this.#sockets.values()) socket.resetAndDestroy();
  }

  /** Breaks all connections and takes no more. */
  async close(): Promise<void> {
    const closed = once(this.#net, 'close');
    this.#net.close();
    this.dropAll();
    await closed;
    this.#grpc.forceShutdown();
  }
}
