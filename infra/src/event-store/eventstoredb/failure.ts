/** From what the client and gRPC throw to the errors of the port. */

import { convertToCommandError, ErrorType, isCommandError } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors.ts';

/** gRPC's codes (https://grpc.io/docs/guides/status-codes/) that tell something the client does not. */
const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const PERMISSION_DENIED = 7;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

export type Trouble =
  /** It passes: the server is away, busy or electing a leader, or another node leads. */
  | 'passing'
  | 'access-denied'
  /** The certificate of the server is not one that was to be trusted. */
  | 'untrusted'
  /** The stream was ended for ever. */
  | 'stream-ended'
  | 'other';

/** What Node says of a certificate that it does not take (https://nodejs.org/api/tls.html, X509 certificate error codes). */
const CERTIFICATE = /certificate|altnames|ERR_TLS_CERT|CERT_/i;
/** What it says where the server does not speak TLS. */
const NO_TLS = /wrong version number|EPROTO|packet length too long|tls_validate_record_header/i;

/** What kind of failure this is. */
export function troubleOf(error: unknown): Trouble {
  const details = detailsOf(error);
  const code = codeOf(error);
  if (code === UNAVAILABLE && (CERTIFICATE.test(details) || NO_TLS.test(details))) return 'untrusted';
  if (code === UNAUTHENTICATED || code === PERMISSION_DENIED) return 'access-denied';
  const type = typeOf(error);
  if (type === ErrorType.ACCESS_DENIED) return 'access-denied';
  if (type === ErrorType.STREAM_DELETED) return 'stream-ended';
  if (type !== undefined && PASSING.has(type)) return 'passing';
  if (code === UNAVAILABLE || code === CANCELLED || code === DEADLINE_EXCEEDED || hasNoLeader(error)) return 'passing';
  if (NETWORK.test(details)) return 'passing';
  return 'other';
}

const PASSING: ReadonlySet<ErrorType> = new Set([
  ErrorType.UNAVAILABLE,
  ErrorType.CANCELLED,
  ErrorType.NOT_LEADER,
  ErrorType.TIMEOUT,
  ErrorType.DEADLINE_EXCEEDED,
]);

const NETWORK =
  /Failed to discover|ECONNRESET|ECONNREFUSED|EPIPE|ENOTFOUND|EAI_AGAIN|write after end|Channel has been shut down|RST_STREAM|GOAWAY/;

/** Whether what was to be sent cannot have reached the server, since there was no connection to it. */
export const wasNeverSent = (error: unknown): boolean =>
  /^(?:No connection established|Name resolution failed|Failed to discover|Channel closed before call started)/.test(
    detailsOf(error),
  );

/** Whether the server does not speak TLS at all. */
export const isWithoutTls = (error: unknown): boolean => NO_TLS.test(detailsOf(error));

const CERTIFICATES: readonly (readonly [RegExp, string])[] = [
  [/self[- ]signed/i, 'it is signed by itself'],
  [/expired/i, 'it has expired'],
  [/not yet valid/i, 'it is not valid yet'],
  [/revoked/i, 'it was revoked'],
  [/altname/i, 'it is made out to another name'],
];

/** What is wrong with a certificate. */
export const flawOf = (error: unknown): string =>
  CERTIFICATES.find(([sign]) => sign.test(detailsOf(error)))?.[1] ?? 'nobody who is trusted has signed it';

/** Whether the node knows of no leader, as during an election. */
export const hasNoLeader = (error: unknown): boolean => /no leader info/i.test(detailsOf(error));

/** The port's error for one that the client or gRPC threw; one of the port's own as it is. */
export function unavailable(error: unknown): unknown {
  if (error instanceof StoreUnavailable || error instanceof RangeError) return error;
  switch (troubleOf(error)) {
    case 'passing':
      return unreachable(error);
    case 'access-denied':
      return accessDenied(error);
    case 'untrusted':
      return new StoreUnavailable(
        'store.unreachable',
        'The server of the event store shows a certificate that is not trusted. Look at the certificate, and at tlsCAFile in the address of the event store.',
        { cause: error },
      );
    case 'stream-ended':
    case 'other':
      return new StoreUnavailable(
        'store.io',
        'The server of the event store reports an error. Look at its log; reading and writing resume once it works.',
        { cause: error },
      );
  }
}

export const unreachable = (cause: unknown): StoreUnavailable =>
  new StoreUnavailable(
    'store.unreachable',
    'The server of the event store does not answer. Look whether it runs and whether the network reaches it; reading and writing resume once it answers.',
    { cause },
  );

export const accessDenied = (cause: unknown): StoreUnavailable =>
  new StoreUnavailable(
    'store.access-denied',
    'The server of the event store refuses this user. Look at the user and the password in the address of the event store, and at what that user may do.',
    { cause },
  );

/** A stream that somebody ended for ever, past this program. */
export const streamEnded = (stream: string, cause: unknown): StoreUnavailable =>
  new StoreUnavailable(
    'store.damaged',
    `The stream ${stream} was ended for ever in EventStoreDB, and not by this program: nothing can be recorded in it again. Restore the event store from a backup.`,
    { cause },
  );

/** What the store answers once it is closed. */
export const closed = (): StoreUnavailable => new StoreUnavailable('store.closed', 'The event store is closed.');

/** What the server or the network said, for a log; never a password. */
export function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'details' in error && typeof error.details === 'string' ? error.details : error.message;
}

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}

function typeOf(error: unknown): ErrorType | undefined {
  if (!(error instanceof Error)) return undefined;
  const known: unknown = isCommandError(error) ? error : convertToCommandError(error);
  return isCommandError(known as Error) ? (known as { type?: ErrorType }).type : undefined;
}
