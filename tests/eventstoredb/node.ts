// What a call needs to know of the node that takes it, and what is common to all calls.

import type { Metadata } from '@grpc/grpc-js';
import { refusedToUser, type User } from './access.ts';
import type { Endpoint, Refusal } from './errors.ts';
import * as errors from './errors.ts';
import type { Fault, Faults, Operation } from './faults.ts';
import type { Log } from './log.ts';
import type { Abilities } from './versions.ts';

export type Member = Endpoint & {
  readonly id: string;
  readonly state: 'leader' | 'follower' | 'unknown';
  readonly alive: boolean;
};

export type Node = {
  readonly log: Log;
  readonly faults: Faults;
  /** The version that it says it is. */
  readonly version: string;
  readonly abilities: Abilities;
  /** The largest append, in bytes. */
  readonly maxAppendSize: number;
  /** How long an append in several messages may take to arrive, in milliseconds. */
  readonly writeTimeout: number;
  /** None for a server without security. */
  readonly users: readonly User[];
  /** Whether it leads, and who does. While nobody does, it takes no calls. */
  readonly leadership: () => { readonly here: boolean; readonly leader: Endpoint | undefined };
  /** What gossip tells of the members. */
  readonly members: () => readonly Member[];
  /** Breaks the connection over which a call came, at once. */
  readonly drop: (peer: string) => void;
  /** Breaks it as soon as what was said has been sent. */
  readonly part: (peer: string) => void;
};

/** Who calls, as far as a node cares. */
export type Call = { readonly metadata: Metadata; readonly cancelled: boolean; getPeer(): string };

/**
 * Why a call is refused before it is looked at: by an ordered fault, by who asks, or by the role of the node.
 * @param stream that it is about; `$all` for all of them
 */
export function refusalOf(node: Node, call: Call, fault: Fault, stream: string): Refusal | undefined {
  const { here, leader } = node.leadership();
  switch (fault.failure) {
    case 'access-denied':
      return errors.accessDenied();
    case 'not-authenticated':
      return errors.notAuthenticated();
    case 'unavailable':
      return errors.notReady();
    case 'timeout':
      return errors.timedOut();
    case 'not-leader':
      return errors.notLeader(fault.leader ?? leader);
    default:
      break;
  }
  const authorization = call.metadata.get('authorization')[0]?.toString();
  const refusal = refusedToUser(node.users, authorization, stream);
  if (refusal) return refusal;
  if (!leader) return errors.notReady();
  return !here && call.metadata.get('requires-leader')[0] === 'true' ? errors.notLeader(leader) : undefined;
}

/** Whether a call is not done at all: an ordered fault has it so, or the caller left before it was taken up. */
export function isSwallowed(node: Node, call: Call, fault: Fault): boolean {
  if (fault.failure === 'drop') node.drop(call.getPeer());
  return call.cancelled || fault.failure === 'silence' || fault.failure === 'drop';
}

/** Whether an ordered fault keeps the answer from whoever asked. */
export function isUnanswered(node: Node, call: Call, fault: Fault): boolean {
  if (fault.failure === 'drop-after') node.drop(call.getPeer());
  return fault.failure === 'lose-reply' || fault.failure === 'drop-after';
}

/** Takes the fault that a call suffers; where it is delayed, there is something to wait for. */
export function suffer(node: Node, operation: Operation, then: (fault: Fault) => void): void {
  const fault = node.faults.take(operation);
  if (fault.delay === undefined) then(fault);
  else setTimeout(then, fault.delay, fault);
}

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
