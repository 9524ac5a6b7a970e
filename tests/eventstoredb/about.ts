// ServerFeatures.GetSupportedMethods and Gossip.Read: what the server can do, and who the nodes are.

import type { handleUnaryCall } from '@grpc/grpc-js';
import { uuid } from './answers.ts';
import { refusalOf, type Node, suffer } from './node.ts';
import { Message } from './wire.ts';

const STREAMS = 'event_store.client.streams.streams';

/** Names in lower case, as the real server says them. */
const METHODS = [
  ...['read', 'append', 'delete', 'tombstone', 'batchappend'].map((method) => [STREAMS, method] as const),
  ['event_store.client.gossip.gossip', 'read'] as const,
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods'] as const,
];

export const supportedMethods = (node: Node): handleUnaryCall<unknown, Buffer> =>
  unary(node, 'features', () => {
    const supported = new Message();
    for (const [service, method] of METHODS)
      supported.message(1, new Message().text(1, method).text(2, service).text(3, ''));
    return supported.text(2, node.version).finish();
  });

const FOLLOWER = 6;
const LEADER = 8;

export const gossip = (node: Node): handleUnaryCall<unknown, Buffer> =>
  unary(node, 'gossip', () => {
    const cluster = new Message();
    for (const member of node.members()) {
      cluster.message(
        1,
        new Message()
          .message(1, uuid(member.id, 'structured'))
          .number(2, BigInt(Date.now()) * 10_000n)
          .number(3, member.leader ? LEADER : FOLLOWER)
          .number(4, member.alive ? 1 : 0)
          .message(5, new Message().text(1, member.host).number(2, member.port)),
      );
    }
    return cluster.finish();
  });

function unary(node: Node, operation: 'features' | 'gossip', answer: () => Buffer): handleUnaryCall<unknown, Buffer> {
  return (call, reply) => {
    void suffer(node, operation).then((fault) => {
      if (fault.failure === 'silence' || fault.failure === 'lose-reply') return;
      if (fault.failure === 'drop' || fault.failure === 'drop-after') return node.drop(call.getPeer());
      const refusal = fault.failure && refusalOf(node, call, fault);
      if (refusal) reply(refusal);
      else reply(null, answer());
    });
  };
}
