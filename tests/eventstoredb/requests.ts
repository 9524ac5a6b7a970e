// What clients ask, out of the bytes that they send.

import type { Expected } from './log.ts';
import type { Proposed } from './record.ts';
import { Reader } from './wire.ts';

/** How a client wants ids: as text or as two 64-bit integers. */
export type IdForm = 'string' | 'structured';

export type Origin = bigint | 'start' | 'end';

export type Filter = {
  readonly on: 'stream' | 'type';
  readonly regex: string;
  readonly prefixes: readonly string[];
  /** How many events are looked at before the client is told how far that was; of the server's choice where absent. */
  readonly window: number | undefined;
  readonly multiplier: number;
};

export type ReadRequest = {
  /** Absent for $all. */
  readonly stream: string | undefined;
  readonly from: Origin;
  readonly backwards: boolean;
  /** Absent for a subscription. */
  readonly count: bigint | undefined;
  readonly filter: Filter | undefined;
  readonly ids: IdForm;
  /** From 1 on a client understands more kinds of answers. */
  readonly compatibility: number;
};

/** A stream and where it must end. */
export type Target = { readonly stream: string; readonly expected: Expected };

export type AppendRequest = { readonly target: Target } | { readonly event: Proposed };

export type BatchRequest = {
  /** The id as it came, to be sent back. */
  readonly correlation: Buffer;
  /** With the first message of an append. */
  readonly target: (Target & { readonly deadline: number | undefined }) | undefined;
  readonly events: readonly Proposed[];
  readonly final: boolean;
};

/** What a client left out that it must not. */
export class MissingProperty extends Error {
  readonly property: string;
  constructor(property: string) {
    super(`Required Metadata Property '${property}' is missing`);
    this.property = property;
  }
}

export function readRequest(bytes: Buffer): ReadRequest {
  const request: { -readonly [K in keyof ReadRequest]: ReadRequest[K] } = {
    stream: undefined,
    from: 'start',
    backwards: false,
    count: undefined,
    filter: undefined,
    ids: 'structured',
    compatibility: 0,
  };
  const options = only(new Reader(bytes), 1);
  for (let field = options.next(); field !== 0; field = options.next()) {
    if (field === 1) Object.assign(request, streamOrigin(options.message()));
    else if (field === 2) request.from = allOrigin(options.message());
    else if (field === 3) request.backwards = options.number() === 1n;
    else if (field === 5) request.count = options.number();
    else if (field === 7) request.filter = filterOf(options.message());
    else if (field === 9) request.ids = options.message().next() === 2 ? 'string' : 'structured';
    else if (field === 10) request.compatibility = Number(first(options.message(), 1));
  }
  return request;
}

function streamOrigin(reader: Reader): { stream: string; from: Origin } {
  const origin: { stream: string; from: Origin } = { stream: '', from: 'start' };
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) origin.stream = streamName(reader.message());
    else if (field === 2) origin.from = reader.number();
    else if (field === 4) origin.from = 'end';
  }
  return origin;
}

function allOrigin(reader: Reader): Origin {
  const field = reader.next();
  if (field === 1) return first(reader.message(), 1);
  return field === 3 ? 'end' : 'start';
}

function filterOf(reader: Reader): Filter {
  let on: Filter['on'] = 'stream';
  let regex = '';
  const prefixes: string[] = [];
  let window: number | undefined;
  let multiplier = 0;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1 || field === 2) {
      on = field === 1 ? 'stream' : 'type';
      const expression = reader.message();
      for (let part = expression.next(); part !== 0; part = expression.next()) {
        if (part === 1) regex = expression.text();
        else if (part === 2) prefixes.push(expression.text());
      }
    } else if (field === 3) window = Number(reader.number());
    else if (field === 5) multiplier = Number(reader.number());
  }
  return { on, regex, prefixes, window, multiplier };
}

/** @throws MissingProperty */
export function appendRequest(bytes: Buffer): AppendRequest {
  const reader = new Reader(bytes);
  const field = reader.next();
  return field === 2 ? { event: proposed(reader.message()) } : { target: targetOf(reader.message()) };
}

export const deleteRequest = (bytes: Buffer): Target => targetOf(only(new Reader(bytes), 1));

/** @throws MissingProperty */
export function batchRequest(bytes: Buffer): BatchRequest {
  const reader = new Reader(bytes);
  let correlation = EMPTY;
  let target: BatchRequest['target'];
  const events: Proposed[] = [];
  let final = false;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) correlation = reader.bytes();
    else if (field === 2) target = targetOf(reader.message());
    else if (field === 3) events.push(proposed(reader.message()));
    else if (field === 4) final = reader.number() === 1n;
  }
  return { correlation, target, events, final };
}

function targetOf(reader: Reader): Target & { deadline: number | undefined } {
  let stream = '';
  let expected: Expected = 'any';
  let deadline: number | undefined;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) stream = streamName(reader.message());
    else if (field === 2) expected = Number(reader.number());
    else if (field === 3) expected = 'none';
    else if (field === 5) expected = 'exists';
    else if (field === 6) deadline = milliseconds(reader.message());
    else if (field === 7) deadline = Date.now() + milliseconds(reader.message());
  }
  return { stream, expected, deadline };
}

/** A `Timestamp` or a `Duration`. */
function milliseconds(reader: Reader): number {
  let result = 0;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) result += Number(BigInt.asIntN(64, reader.number())) * 1000;
    else if (field === 2) result += Number(BigInt.asIntN(64, reader.number())) / 1e6;
  }
  return result;
}

function proposed(reader: Reader): Proposed {
  let id = '';
  const properties = new Map<string, string>();
  let metadata = EMPTY;
  let data = EMPTY;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) id = uuid(reader.message());
    else if (field === 2) properties.set(...entry(reader.message()));
    else if (field === 3) metadata = reader.bytes();
    else if (field === 4) data = reader.bytes();
  }
  const property = (name: string): string => {
    const value = properties.get(name);
    if (value === undefined) throw new MissingProperty(name);
    return value;
  };
  const type = property('type');
  const json = property('content-type') === JSON_TYPE;
  return { id, type, contentType: json ? JSON_TYPE : 'application/octet-stream', metadata, data };
}

const JSON_TYPE = 'application/json';
const EMPTY: Buffer = Buffer.alloc(0);

function entry(reader: Reader): [string, string] {
  let key = '';
  let value = '';
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) key = reader.text();
    else if (field === 2) value = reader.text();
  }
  return [key, value];
}

function uuid(reader: Reader): string {
  const field = reader.next();
  if (field === 2) return reader.text().toLowerCase();
  let most = 0n;
  let least = 0n;
  const halves = reader.message();
  for (let half = halves.next(); half !== 0; half = halves.next()) {
    if (half === 1) most = halves.number();
    else if (half === 2) least = halves.number();
  }
  const hex = ((BigInt.asUintN(64, most) << 64n) | BigInt.asUintN(64, least)).toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const streamName = (identifier: Reader): string => only(identifier, 3, (reader) => reader.text()) ?? '';

/** The first number with this field, or 0. */
const first = (reader: Reader, wanted: number): bigint => only(reader, wanted, (found) => found.number()) ?? 0n;

function only(reader: Reader, wanted: number): Reader;
function only<T>(reader: Reader, wanted: number, read: (reader: Reader) => T): T | undefined;
function only<T>(reader: Reader, wanted: number, read?: (reader: Reader) => T): T | Reader | undefined {
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === wanted) return read ? read(reader) : reader.message();
  }
  return read ? undefined : new Reader(EMPTY);
}
