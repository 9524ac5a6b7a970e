// ServerFeatures.GetSupportedMethods and Gossip.Read: what the server can do, and who the nodes are.

import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { uuid } from './answers.ts';
import { isSwallowed, isUnanswered, type Member, type Node, refusalOf, suffer } from './node.ts';
import { Message } from './wire.ts';

/** In lower case, as the real server says them. */
const METHODS: readonly (readonly [service: string, method: string, ...features: string[]])[] = [
  ['event_store.client.streams.streams', 'read', 'position', 'events'],
  ['event_store.client.streams.streams', 'append'],
  ['event_store.client.streams.streams', 'delete'],
  ['event_store.client.streams.streams', 'tombstone'],
  ['event_store.client.streams.streams', 'batchappend', 'deadline_duration'],
  ['event_store.client.gossip.gossip', 'read'],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods'],
];

export const supportedMethods = (node: Node): Unary =>
  unary(node, 'features', () => {
    const supported = new Message();
    for (const [service, method, ...features] of METHODS) {
      const described = new Message().text(1, method).text(2, service);
      for (const feature of features) described.text(3, feature);
      supported.message(1, described);
    }
    return supported.text(2, node.version).finish();
  });

const STATES: Record<Member['state'], number> = { unknown: 2, follower: 6, leader: 8 };

export const gossip = (node: Node): Unary =>
  unary(node, 'gossip', () => {
    const cluster = new Message();
    for (const { id, host, port, state, alive } of node.members()) {
      cluster.message(
        1,
        new Message()
          .message(1, uuid(id, 'structured'))
          .number(2, BigInt(Date.now()) * 10_000n)
          .number(3, STATES[state])
          .number(4, alive ? 1 : 0)
          .message(5, new Message().text(1, host).number(2, port)),
      );
    }
    return cluster.finish();
  });

type Unary = (call: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>) => void;

/** Both are for everybody, on every node. */
function unary(node: Node, operation: 'features' | 'gossip', answer: () => Buffer): Unary {
  return (call, reply) =>
    suffer(node, operation, (fault) => {
      if (isSwallowed(node, call, fault) || isUnanswered(node, call, fault)) return;
      const refusal = fault.failure && refusalOf(node, call, fault, '');
      if (refusal) reply(refusal);
      else reply(null, answer());
    });
}
