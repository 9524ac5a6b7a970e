// What a call to the server needs to know of the node that takes it.

import type { Endpoint, Refusal } from './errors.ts';
import { accessDenied, notAuthenticated, notLeader, notReady, timedOut } from './errors.ts';
import type { Fault, Faults, Operation } from './faults.ts';
import type { Log } from './log.ts';

export type Node = {
  readonly log: Log;
  readonly faults: Faults;
  /** The version that it says it is. */
  readonly version: string;
  /** The largest append, in bytes. */
  readonly maxAppendSize: number;
  /** The user and password that it wants; none for a server without security. */
  readonly credentials: { readonly username: string; readonly password: string } | undefined;
  /** Whether it is the leader, and who is. */
  readonly leader: () => { readonly here: boolean; readonly endpoint: Endpoint };
  /** What gossip tells of the members. */
  readonly members: () => readonly Member[];
  /** Breaks the connection over which a call came. */
  readonly drop: (peer: string) => void;
};

export type Member = Endpoint & { readonly id: string; readonly leader: boolean; readonly alive: boolean };

/** Who calls, as far as a node cares. */
export type Call = {
  readonly metadata: { get(name: string): (string | Buffer)[] };
  readonly getPeer: () => string;
};

/** Why this call is refused before it is looked at: by who asks, by an ordered fault, or because another node leads. */
export function refusalOf(node: Node, call: Call, fault: Fault): Refusal | undefined {
  switch (fault.failure) {
    case 'access-denied':
      return accessDenied();
    case 'not-authenticated':
      return notAuthenticated();
    case 'unavailable':
      return notReady();
    case 'timeout':
      return timedOut();
    case 'not-leader':
      return notLeader(fault.leader ?? node.leader().endpoint);
    default:
      return refusedByUser(node, call) ?? refusedByRole(node, call);
  }
}

function refusedByUser({ credentials }: Node, call: Call): Refusal | undefined {
  if (!credentials) return undefined;
  const [header] = call.metadata.get('authorization');
  if (header === undefined) return accessDenied();
  const wanted = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
  return String(header) === `Basic ${wanted}` ? undefined : notAuthenticated();
}

function refusedByRole(node: Node, call: Call): Refusal | undefined {
  const { here, endpoint } = node.leader();
  return here || call.metadata.get('requires-leader')[0] !== 'true' ? undefined : notLeader(endpoint);
}

/** Takes the fault that a call suffers, and waits where it says so. */
export async function suffer(node: Node, operation: Operation): Promise<Fault> {
  const fault = node.faults.take(operation);
  if (fault.delay !== undefined) await wait(fault.delay);
  return fault;
}

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
