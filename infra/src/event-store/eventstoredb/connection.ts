/**
 * The one connection of this process to the server. Finding the server, following the leader and signing in are the
 * client's; the calls are made here, on the client's own stubs: its append has no deadline and keeps what is under way in
 * one place for all clients of a process, and its read of everything knows no filter.
 */

import type { ClientDuplexStream, ClientReadableStream, ServiceError } from '@grpc/grpc-js';
import { EventStoreDBClient, UnavailableError } from '@eventstore/db-client';
import type { SingleNodeOptions } from '@eventstore/db-client';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Address } from './address.ts';
import { hasNoLeader } from './failure.ts';

export type ReadCall = ClientReadableStream<ReadResp>;
export type AppendCall = ClientDuplexStream<BatchAppendReq, BatchAppendResp>;

const UNIMPLEMENTED = 12;

export class Connection extends EventStoreDBClient {
  #latest: StreamsClient | undefined;

  constructor({ endpoints, cluster, channel, credentials, client }: Address) {
    const place = cluster
      ? endpoints.length > 1
        ? { endpoints: [...endpoints] }
        : { discover: endpoints[0]! }
      : { endpoint: endpoints[0]! };
    // The constructor is declared three times, once for each of these.
    super({ ...place, ...client } as SingleNodeOptions, channel, credentials);
  }

  /** Begins to read. Every read asks the leader: another node may not have yet what was just acknowledged. */
  read(request: ReadReq): Promise<ReadCall> {
    return this.GRPCStreamCreator(StreamsClient, 'read', (client) =>
      this.#watch(
        client,
        client.read(request, ...this.callArguments({ requiresLeader: true }, { deadline: Infinity })),
      ),
    )();
  }

  /** Opens a stream of appends. */
  openAppends(): Promise<AppendCall> {
    return this.GRPCStreamCreator(StreamsClient, 'append', (client) =>
      this.#watch(client, client.batchAppend(...this.callArguments({ requiresLeader: true }, { deadline: Infinity }))),
    )();
  }

  /**
   * What the server says it is, such as `24.10.0`; undefined where it is too old to say.
   * @param deadlineMs it must answer within.
   */
  version(deadlineMs: number): Promise<string | undefined> {
    return this.execute(
      ServerFeaturesClient,
      'version',
      (client) =>
        new Promise((resolve, reject) => {
          const answer = (error: ServiceError | null, methods: SupportedMethods): void => {
            if (error === null) resolve(methods.getEventStoreServerVersion());
            else if (error.code === UNIMPLEMENTED) resolve(undefined);
            else reject(error);
          };
          client.getSupportedMethods(new shared.Empty(), ...this.callArguments({ deadline: deadlineMs }), answer);
        }),
    );
  }

  /** Ends every call and lets the sockets go. */
  async close(): Promise<void> {
    await this.dispose();
    this.#latest?.close();
  }

  /** Where nobody leads the client would stay at a node that cannot help: it must look for another. */
  #watch<Call extends ReadCall | AppendCall>(client: StreamsClient, call: Call): Call {
    this.#latest = client;
    call.once('error', (error: Error) => {
      if (hasNoLeader(error)) void this.handleError(client, new UnavailableError());
    });
    return call;
  }
}
