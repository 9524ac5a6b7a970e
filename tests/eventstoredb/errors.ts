// The errors of the server: a gRPC status, and in its trailer `exception` what the clients tell apart.

import { Metadata, status } from '@grpc/grpc-js';
import type { Expected } from './log.ts';

export type Refusal = {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;
  /** What it is, also where no trailer says so. */
  readonly exception: string;
};

function refusal(
  code: status,
  details: string,
  exception: string,
  trailers?: Readonly<Record<string, string>>,
): Refusal {
  const metadata = new Metadata();
  if (trailers) {
    metadata.set('exception', exception);
    for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  }
  return { code, details, metadata, exception };
}

export type Endpoint = { readonly host: string; readonly port: number };

export const notLeader = (leader: Endpoint | undefined): Refusal =>
  leader
    ? refusal(status.NOT_FOUND, 'Leader info available', 'not-leader', {
        'leader-endpoint-host': leader.host,
        'leader-endpoint-port': String(leader.port),
      })
    : refusal(status.UNKNOWN, 'No leader info available in response', 'no-leader');

export const accessDenied = (): Refusal => refusal(status.PERMISSION_DENIED, 'Access Denied', 'access-denied', {});

/** The real server answers HTTP 401, of which clients make this. */
export const notAuthenticated = (): Refusal => refusal(status.UNAUTHENTICATED, 'Unauthenticated', 'not-authenticated');

export const notReady = (): Refusal => refusal(status.UNAVAILABLE, 'Server Is Not Ready', 'not-ready');

export const timedOut = (): Refusal => refusal(status.ABORTED, 'Operation timed out', 'timeout');

export const streamDeleted = (stream: string): Refusal =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, 'stream-deleted', {
    'stream-name': stream,
  });

export function wrongExpectedVersion(operation: string, stream: string, expected: Expected, current: number): Refusal {
  const version = String(typeof expected === 'number' ? expected : { none: -1, any: -2, exists: -4 }[expected]);
  return refusal(
    status.FAILED_PRECONDITION,
    `${operation} failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${version}, Actual version: ${current}`,
    'wrong-expected-version',
    { 'stream-name': stream, 'expected-version': version, 'actual-version': String(current) },
  );
}

export const appendTooLarge = (most: number): Refusal =>
  refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${most} Exceeded.`, 'maximum-append-size-exceeded', {
    'maximum-append-size': String(most),
  });

export const metadataMissing = (property: string): Refusal =>
  refusal(
    status.INVALID_ARGUMENT,
    `Required Metadata Property '${property}' is missing`,
    'missing-required-metadata-property',
    { 'required-metadata-properties': 'type,content-type' },
  );

export const invalidPosition = (): Refusal => invalidArgument('Trying to read from an invalid position.');

export const invalidArgument = (details: string): Refusal =>
  refusal(status.INVALID_ARGUMENT, details, 'invalid-argument');
