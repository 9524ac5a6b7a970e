// One node's socket: takes gRPC calls, and can break its connections at any moment.

import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { once } from 'node:events';
import grpc from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { gossip, supportedMethods } from './about.ts';
import { append, batchAppend, remove } from './appending.ts';
import type { Node } from './node.ts';
import { read } from './reading.ts';

/** The answers are bytes already. */
function answeringBytes(service: grpc.ServiceDefinition): grpc.ServiceDefinition {
  const methods = Object.entries(service).map(([name, method]) => [
    name,
    { ...method, responseSerialize: (bytes: Buffer) => bytes },
  ]);
  return Object.fromEntries(methods) as grpc.ServiceDefinition;
}

const STREAMS = answeringBytes(StreamsService as unknown as grpc.ServiceDefinition);
const GOSSIP = answeringBytes(GossipService as unknown as grpc.ServiceDefinition);
const FEATURES = answeringBytes(ServerFeaturesService as unknown as grpc.ServiceDefinition);

const LARGEST_MESSAGE = 17 * 1024 * 1024;

export class Listening {
  readonly #grpc = new grpc.Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': -1,
  });
  readonly #sockets = new Map<string, Socket>();
  #net: NetServer | undefined;

  constructor(node: Node, credentials: grpc.ServerCredentials) {
    this.#grpc.addService(STREAMS, {
      read: (call: Parameters<ReturnType<typeof read>>[0]) => void read(node)(call),
      append: append(node),
      batchAppend: batchAppend(node),
      delete: (...call: Parameters<ReturnType<typeof remove>>) => void remove(node, 'delete')(...call),
      tombstone: (...call: Parameters<ReturnType<typeof remove>>) => void remove(node, 'tombstone')(...call),
    });
    this.#grpc.addService(GOSSIP, { read: gossip(node) });
    this.#grpc.addService(FEATURES, { getSupportedMethods: supportedMethods(node) });
    const injector = this.#grpc.createConnectionInjector(credentials);
    this.#net = createServer({ noDelay: true }, (socket) => {
      const peer = `${socket.remoteAddress}:${socket.remotePort}`;
      this.#sockets.set(peer, socket);
      socket.once('close', () => this.#sockets.delete(peer));
      socket.on('error', () => {});
      injector.injectConnection(socket);
    });
  }

  /** @param port 0 for one that the system chooses */
  async listen(host: string, port: number): Promise<number> {
    this.#net!.listen(port, host);
    await once(this.#net!, 'listening');
    const address = this.#net!.address();
    return typeof address === 'object' && address ? address.port : port;
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
    const closed = once(this.#net!, 'close');
    this.#net!.close();
    this.dropAll();
    await closed;
    this.#grpc.forceShutdown();
  }
}
