// The services that the server offers, by the paths under which clients call them. Messages pass as bytes.

import type { MethodDefinition, ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import { gossip, supportedMethods } from './about.ts';
import { append, batchAppend, remove } from './appending.ts';
import type { Node } from './node.ts';
import { read } from './reading.ts';

type Offered = { readonly definition: ServiceDefinition; readonly methods: UntypedServiceImplementation };

const asIs = (bytes: Buffer): Buffer => bytes;

const method = (path: string, requestStream: boolean, responseStream: boolean): MethodDefinition<Buffer, Buffer> => ({
  path,
  requestStream,
  responseStream,
  requestSerialize: asIs,
  requestDeserialize: asIs,
  responseSerialize: asIs,
  responseDeserialize: asIs,
});

export function servicesOf(node: Node): readonly Offered[] {
  const streams = '/event_store.client.streams.Streams';
  const offered: Offered[] = [
    {
      definition: {
        read: method(`${streams}/Read`, false, true),
        append: method(`${streams}/Append`, true, false),
        delete: method(`${streams}/Delete`, false, false),
        tombstone: method(`${streams}/Tombstone`, false, false),
      },
      methods: {
        read: read(node),
        append: append(node),
        delete: remove(node, 'delete'),
        tombstone: remove(node, 'tombstone'),
      },
    },
    {
      definition: { read: method('/event_store.client.gossip.Gossip/Read', false, false) },
      methods: { read: gossip(node) },
    },
  ];
  if (!node.abilities.features) return offered;
  return [
    ...offered,
    {
      definition: { batchAppend: method(`${streams}/BatchAppend`, true, true) },
      methods: { batchAppend: batchAppend(node) },
    },
    {
      definition: {
        getSupportedMethods: method(
          '/event_store.client.server_features.ServerFeatures/GetSupportedMethods',
          false,
          false,
        ),
      },
      methods: { getSupportedMethods: supportedMethods(node) },
    },
  ];
}
