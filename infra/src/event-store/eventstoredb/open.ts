/** Opens the event store on EventStoreDB: waits for the server, looks whether it can be used, only then begins. */

import { systemClock } from '../../clock.ts';
import type { Clock } from '../../clock.ts';
import { StoreRefused } from '../errors.ts';
import { parseAddress } from './address.ts';
import type { Address } from './address.ts';
import { Backoff } from './backoff.ts';
import { Connection } from './connection.ts';
import { detailsOf, flawOf, isWithoutTls, troubleOf } from './failure.ts';
import type { Patience } from './follower.ts';
import type { OnForeign } from './foreign.ts';
import { Names } from './names.ts';
import { EventStoreDbStore } from './store.ts';
import type { EventStoreDb } from './store.ts';

export type ConnectOptions = {
  /** Told in a sentence why it waits, before each further attempt. */
  readonly onWaiting?: (sentence: string) => void;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
};

export type EventStoreDbOptions = ConnectOptions & {
  /** `esdb://` or `kurrentdb://`, with `+discover` for a name that stands for all nodes of a cluster. */
  readonly connectionString: string;
  readonly clock?: Clock;
  /** The largest event taken, its data and metadata as JSON in UTF-8; 1 MiB without it. */
  readonly maxEventBytes?: number;
  /** Milliseconds after which an append is answered, be it that its outcome is unknown; ten seconds without it. */
  readonly deadlineMs?: number;
  /** Milliseconds that the server may say nothing while something is read; as many without it. */
  readonly silenceMs?: number;
  /** How long it is put up with that the live subscription says nothing. */
  readonly patience?: Patience;
  /** The names of all streams begin so on the server, so that several deployments can share it. */
  readonly namespace?: string;
  /** Told of events that are not ours; they are skipped. */
  readonly onForeign?: OnForeign;
  /** Milliseconds that have passed, by a clock that nobody sets; the process's own without it. */
  readonly elapsed?: () => number;
};

/** The first version that says when a subscription has caught up. */
const OLDEST = [23, 10] as const;

/** Milliseconds in which the server must say what it is. */
const GREETING_MS = 5000;

/**
 * Opens the event store on a server, or on the cluster to which it belongs. Waits as long as the server cannot be reached.
 *
 * @example
 * const store = await openEventStoreDb({ connectionString: 'esdb://localhost:2113?tls=false' });
 * await store.append('meeting-1', [scheduled], 'none');
 * await store.close();
 *
 * @throws StoreRefused where waiting would not help: the address is mistaken, the user is refused, the certificate is
 * not trusted, the server is too old; what the signal says where it aborts.
 */
export async function openEventStoreDb({
  connectionString,
  clock = systemClock,
  maxEventBytes = 1024 * 1024,
  deadlineMs = 10_000,
  silenceMs = 10_000,
  patience = { lagMs: 5000, quietMs: 15_000 },
  namespace = '',
  onForeign = () => undefined,
  onWaiting,
  signal,
  elapsed = () => performance.now(),
}: EventStoreDbOptions): Promise<EventStoreDb> {
  const address = parseAddress(connectionString);
  const names = new Names(namespace);
  const options = { names, clock, maxEventBytes, deadlineMs, silenceMs, patience, onForeign, elapsed };
  const connecting = { ...(onWaiting && { onWaiting }), ...(signal && { signal }) };
  return connectTo(address, connecting, (connection) => EventStoreDbStore.on(connection, options));
}

/**
 * Connects to a server and begins something on it. Waits as long as the server cannot be reached.
 * @param begin is tried again where it fails because the server is away.
 * @throws StoreRefused where waiting would not help; what the signal says where it aborts.
 */
export async function connectTo<T>(
  address: Address,
  { onWaiting, signal }: ConnectOptions,
  begin: (connection: Connection) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  // One connection for all attempts: it follows the leader once it has heard of one.
  const connection = new Connection(address);
  const onAbort = (): void => void connection.close();
  signal?.addEventListener('abort', onAbort);
  const backoff = new Backoff(250, 5000);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const failure = await attempt(address, connection, begin);
      if ('begun' in failure) return failure.begun;
      signal?.throwIfAborted();
      const cause = await explanationOf(failure.error, address);
      const refusal = refusalOf(cause, address);
      if (refusal !== undefined) throw refusal;
      onWaiting?.(`Waiting for the event store at ${address.name}: ${reasonOf(cause)}.`);
      await backoff.wait(signal);
    }
  } catch (error) {
    await connection.close();
    throw error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

/** @throws StoreRefused where the server is too old. */
async function attempt<T>(
  address: Address,
  connection: Connection,
  begin: (connection: Connection) => Promise<T>,
): Promise<{ readonly begun: T } | { readonly error: unknown }> {
  try {
    checkVersion(await connection.version(GREETING_MS), address);
    return { begun: await begin(connection) };
  } catch (error) {
    if (error instanceof StoreRefused) throw error;
    return { error };
  }
}

function checkVersion(version: string | undefined, { name }: Address): void {
  const [major = NaN, minor = NaN] = version?.split('.').map(Number) ?? [0, 0];
  const [oldestMajor, oldestMinor] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor) || Number.isNaN(major)) return;
  throw new StoreRefused(
    'store.too-old',
    `The server of the event store at ${name} is too old (${version ?? 'it does not say its version'}). EventStoreDB ${OLDEST.join('.')} or newer, or KurrentDB, is needed.`,
  );
}

/** Where a cluster was not found, nothing says why: each of its nodes is asked. */
async function explanationOf(error: unknown, address: Address): Promise<unknown> {
  const cause = rootOf(error);
  if (!address.cluster || !/Failed to discover/.test(detailsOf(cause))) return cause;
  for (const endpoint of address.endpoints) {
    const node = new Connection({ ...address, endpoints: [endpoint], cluster: false });
    try {
      await node.version(GREETING_MS);
    } catch (nodeError) {
      return nodeError;
    } finally {
      await node.close();
    }
  }
  return cause;
}

/** What the network or the server said, out of the errors of the port that speak of it. */
function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error;
}

function refusalOf(cause: unknown, { name, user }: Address): StoreRefused | undefined {
  switch (troubleOf(cause)) {
    case 'access-denied':
      return new StoreRefused(
        'store.access-denied',
        user === undefined
          ? `The event store at ${name} wants a user and a password: write them into its address, before the host.`
          : `The event store at ${name} refuses the user ${user}. Look at the password, and whether this user may read everything ($all), as administrators of the server may.`,
        { cause },
      );
    case 'untrusted':
      return new StoreRefused(
        'store.untrusted',
        isWithoutTls(cause)
          ? `The event store at ${name} does not speak TLS. Set it up there, or add tls=false to its address where the network is safe.`
          : `The event store at ${name} shows a certificate that is not trusted (${flawOf(cause)}). Name the file of the authority that signed it as tlsCAFile in the address, or correct the certificate.`,
        { cause },
      );
    case 'passing':
    case 'stream-ended':
    case 'other':
      return undefined;
  }
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'nothing listens there'],
  [/ENOTFOUND|EAI_AGAIN|Name resolution failed/, 'its name is unknown'],
  [/Deadline|said nothing|did not answer/i, 'it does not answer'],
  [/Not Ready/i, 'it is not ready yet'],
  [/Too Busy|Is Busy/i, 'it is busy'],
  [/leader/i, 'its nodes have no leader yet'],
  [/discover/i, 'none of its nodes can be found'],
];

const reasonOf = (cause: unknown): string =>
  REASONS.find(([sign]) => sign.test(detailsOf(cause)))?.[1] ?? 'it cannot be reached';
