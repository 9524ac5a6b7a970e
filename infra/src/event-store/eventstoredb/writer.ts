/**
 * Sends appends over one stream of calls and tells each what became of it. It sends each once: what an answer that never
 * came means, and whether to send again, is decided in `append.ts`.
 */

import { randomUUID } from 'node:crypto';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ExpectedRevision } from '../port.ts';
import type { AppendCall, Connection } from './connection.ts';
import { troubleOf, wasNeverSent } from './failure.ts';
import type { Draft } from './record.ts';
import { appendRequests } from './requests.ts';

/** What became of an append. */
export type Outcome =
  /** It stands. The position is missing where the server recognised a repetition and does not know it at hand. */
  | { readonly kind: 'written'; readonly revision: number; readonly position: bigint | undefined }
  /** The stream ends elsewhere; nothing was written. */
  | { readonly kind: 'conflict'; readonly actual: number | 'none' }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  | { readonly kind: 'access-denied' | 'stream-ended'; readonly cause: Error }
  /** The server refuses it for another reason; nothing was written. */
  | { readonly kind: 'refused'; readonly cause: Error }
  /** Nothing was written, and the next attempt may do better. */
  | { readonly kind: 'not-taken'; readonly cause: unknown }
  /** It may be written or not. */
  | { readonly kind: 'unknown'; readonly cause: unknown };

export type Request = {
  /** As the server knows it. */
  readonly stream: string;
  readonly drafts: readonly Draft[];
  readonly expected: ExpectedRevision;
};

/** Bytes of events in one message; the server takes 16 MiB. */
const MESSAGE_BYTES = 3 * 1024 * 1024;

type Pending = { readonly settle: (outcome: Outcome) => void };

type Line = {
  readonly call: AppendCall;
  readonly pending: Map<string, Pending>;
  /** When the server was last heard of. */
  heard: number;
  /** Why nothing comes or goes any more. */
  broken: Error | undefined;
};

export class Writer {
  readonly #connection: Connection;
  /** Every append has an id: these 24 digits of chance, and twelve that count. */
  readonly #prefix = randomUUID().slice(0, 24);
  #count = 0;
  #line: Promise<Line> | Line | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Sends an append; what became of it is known within `timeoutMs`, be it that it is unknown. Never throws. */
  write(request: Request, timeoutMs: number): Promise<Outcome> {
    const line = (this.#line ??= this.#open());
    if (!(line instanceof Promise)) return this.#send(line, request, timeoutMs);
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const began = performance.now();
    let waiting = true;
    const timer = setTimeout(() => {
      waiting = false;
      resolve({ kind: 'not-taken', cause: new Error('There is no connection.') });
    }, atLeastOne(timeoutMs));
    line.then(
      (opened) => {
        clearTimeout(timer);
        if (waiting) resolve(this.#send(opened, request, timeoutMs - (performance.now() - began)));
      },
      (cause: unknown) => {
        clearTimeout(timer);
        resolve({ kind: 'not-taken', cause });
      },
    );
    return promise;
  }

  /** Those who wait for the line come on it in the order in which they came, before anybody who comes later. */
  #open(): Promise<Line> {
    const opening = this.#connection.openAppends().then((call) => {
      const line: Line = { call, pending: new Map(), heard: performance.now(), broken: undefined };
      call.on('data', (answer: BatchAppendResp) => {
        line.heard = performance.now();
        const id = idOf(answer.getCorrelationId()!);
        line.pending.get(id)?.settle(outcomeOf(answer));
      });
      call.on('error', (error: Error) => this.#broken(line, error));
      call.on('end', () => this.#broken(line, new Error('The server ended the stream of appends.')));
      return line;
    });
    opening.then(
      (line) => {
        this.#line = line.broken === undefined ? line : undefined;
      },
      () => {
        this.#line = undefined;
      },
    );
    return opening;
  }

  #send(line: Line, { stream, drafts, expected }: Request, timeoutMs: number): Promise<Outcome> {
    if (line.broken !== undefined) return Promise.resolve({ kind: 'not-taken', cause: line.broken });
    const id = `${this.#prefix}${(++this.#count).toString(16).padStart(12, '0')}`;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const sent = performance.now();
    const timer = setTimeout(() => {
      settle({ kind: 'unknown', cause: new Error(`The server did not answer within ${Math.round(timeoutMs)} ms.`) });
      // A call on which nothing comes any more is given up, so that the next append has another.
      if (line.heard < sent) line.call.cancel();
    }, atLeastOne(timeoutMs));
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      line.pending.delete(id);
      resolve(outcome);
    };
    line.pending.set(id, { settle });
    for (const message of appendRequests(id, stream, drafts, expected, MESSAGE_BYTES)) line.call.write(message);
    return promise;
  }

  /** What was sent and not answered may be written or not, unless the call never got to where it could be. */
  #broken(line: Line, cause: Error): void {
    line.broken ??= cause;
    if (this.#line === line) this.#line = undefined;
    const kind = wasNeverSent(cause) ? 'not-taken' : troubleOf(cause) === 'access-denied' ? 'access-denied' : 'unknown';
    for (const { settle } of line.pending.values()) settle({ kind, cause });
  }

  /** Lets the call end once everything that was sent is answered. */
  async close(): Promise<void> {
    const line = await Promise.resolve(this.#line).catch(() => undefined);
    line?.call.end();
  }
}

/** A timer that is set to less is set to one, with a warning. */
const atLeastOne = (milliseconds: number): number => Math.max(1, milliseconds);

function idOf(uuid: InstanceType<typeof shared.UUID>): string {
  if (uuid.hasString()) return uuid.getString();
  const { mostSignificantBits, leastSignificantBits } = uuid.getStructured()!.toObject();
  const hex = [mostSignificantBits, leastSignificantBits]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'))
    .join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** What the server gives for a position that it does not know. */
const NO_POSITION = 2n ** 63n;

function outcomeOf(answer: BatchAppendResp): Outcome {
  const success = answer.getSuccess();
  if (success !== undefined) {
    const sent = success.getPosition()?.getCommitPosition();
    const position = sent === undefined ? undefined : BigInt(sent);
    return {
      kind: 'written',
      revision: Number(success.getCurrentRevision()),
      position: position !== undefined && position < NO_POSITION ? position : undefined,
    };
  }
  return refusalOf(answer);
}

/** https://github.com/googleapis/googleapis/blob/master/google/rpc/status.proto, with one of the server's own details. */
function refusalOf(answer: BatchAppendResp): Outcome {
  const status = answer.getError();
  const details = status?.getDetails();
  const cause = new Error(status?.getMessage() ?? 'The server gave no reason.');
  switch (details?.getTypeName()) {
    case 'event_store.client.WrongExpectedVersion': {
      const told = shared.WrongExpectedVersion.deserializeBinary(details.getValue_asU8());
      return {
        kind: 'conflict',
        actual: told.hasCurrentStreamRevision() ? revisionOf(told.getCurrentStreamRevision()) : 'none',
      };
    }
    case 'event_store.client.MaximumAppendSizeExceeded': {
      const told = shared.MaximumAppendSizeExceeded.deserializeBinary(details.getValue_asU8());
      return { kind: 'too-large', maxBytes: told.getMaxappendsize() };
    }
    case 'event_store.client.AccessDenied':
      return { kind: 'access-denied', cause };
    case 'event_store.client.StreamDeleted':
      return { kind: 'stream-ended', cause };
    case 'event_store.client.BadRequest':
      return { kind: 'refused', cause };
    case 'event_store.client.MaximumAppendEventSizeExceeded':
      return { kind: 'too-large', maxBytes: numberIn(details.getValue_asU8(), MOST_BYTES_OF_EVENT) ?? 0 };
    // The server is not ready, too busy, or does not know who leads: it has not taken it up.
    case 'google.protobuf.Empty':
      return { kind: 'not-taken', cause };
    default:
      // What a newer server refuses for a reason that is not known here.
      return { kind: status?.getCode() === INVALID_ARGUMENT ? 'refused' : 'unknown', cause };
  }
}

/** A field of a message that the stubs of the client do not know yet. */
const MOST_BYTES_OF_EVENT = 3;
const INVALID_ARGUMENT = 3;

/** A number in a message of texts and numbers (https://protobuf.dev/programming-guides/encoding/). */
function numberIn(message: Uint8Array, field: number): number | undefined {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; at < message.length; factor *= 128) {
      const byte = message[at++]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < message.length) {
    const key = varint();
    const value = varint();
    if (key % 8 === 2) at += value;
    else if (Math.floor(key / 8) === field) return value;
  }
  return undefined;
}

/** An empty stream is told by -1 in 64 bits where it is not told by `no_stream`. */
function revisionOf(text: string): number | 'none' {
  const revision = BigInt(text);
  return revision < NO_POSITION ? Number(revision) : 'none';
}
