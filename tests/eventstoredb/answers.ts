// The messages with which the server answers, as bytes.

import type { Expected } from './log.ts';
import type { Recorded } from './record.ts';
import { Message } from './wire.ts';

/** How a client wants ids: as text or as two 64-bit integers. */
export type IdForm = 'string' | 'structured';

export const uuid = (id: string, form: IdForm): Message => {
  if (form === 'string') return new Message().text(2, id);
  const hex = id.replaceAll('-', '');
  const halves = new Message().number(1, BigInt(`0x${hex.slice(0, 16)}`)).number(2, BigInt(`0x${hex.slice(16)}`));
  return new Message().message(1, halves);
};

const streamIdentifier = (name: string): Message => new Message().text(3, name);

const position = (commit: bigint): Message => new Message().number(1, commit).number(2, commit);

const encoded = { string: new WeakMap<Recorded, Buffer>(), structured: new WeakMap<Recorded, Buffer>() };

export function eventRead(event: Recorded, form: IdForm): Buffer {
  const known = encoded[form].get(event);
  if (known) return known;
  const recorded = new Message()
    .message(1, uuid(event.id, form))
    .message(2, streamIdentifier(event.stream))
    .number(3, revisionOf(event))
    .number(4, event.position)
    .number(5, event.position)
    .entry(6, 'type', event.type)
    .entry(6, 'created', event.created.toString())
    .entry(6, 'content-type', event.contentType)
    .bytes(7, event.metadata)
    .bytes(8, event.data);
  const read = new Message().message(1, recorded).number(3, event.position);
  const bytes = new Message().message(1, read).finish();
  encoded[form].set(event, bytes);
  return bytes;
}

/** The record that ends a stream has the largest revision there is. */
const revisionOf = ({ revision }: Recorded): bigint =>
  revision === Number.MAX_SAFE_INTEGER ? 2n ** 63n - 1n : BigInt(revision);

export const confirmation = (id: string): Buffer => new Message().message(2, new Message().text(1, id)).finish();

export const checkpoint = (at: bigint): Buffer => new Message().message(3, position(at)).finish();

export const streamNotFound = (name: string): Buffer =>
  new Message().message(4, new Message().message(1, streamIdentifier(name))).finish();

export const firstStreamPosition = (revision: number): Buffer => new Message().number(5, revision).finish();
export const lastStreamPosition = (revision: number): Buffer => new Message().number(6, revision).finish();
export const caughtUp = (): Buffer => new Message().empty(8).finish();
export const fellBehind = (): Buffer => new Message().empty(9).finish();

export const deleted = (at: bigint): Buffer => new Message().message(1, position(at)).finish();

export const appended = (revision: number, at: bigint): Buffer =>
  new Message().message(1, new Message().number(1, revision).message(3, position(at))).finish();

/** What the older append answers where the stream did not end as expected. */
export function refused(current: number, expected: Expected): Buffer {
  const refusal = new Message();
  if (current >= 0) refusal.number(1, current);
  else refusal.empty(2);
  if (typeof expected === 'number') refusal.number(3, expected);
  else if (expected === 'any') refusal.empty(4);
  else if (expected === 'exists') refusal.empty(5);
  if (current >= 0) refusal.number(6, current);
  else refusal.empty(7);
  if (typeof expected === 'number') refusal.number(8, expected);
  else refusal.empty({ any: 9, exists: 10, none: 11 }[expected]);
  return new Message().message(2, refusal).finish();
}

/** Bytes of the correlation id and the stream identifier as they came with the request. */
export type Batch = { readonly correlation: Uint8Array; readonly stream: string };

export const batchAppended = ({ correlation, stream }: Batch, revision: number, at: bigint): Buffer =>
  new Message()
    .bytes(1, correlation)
    .message(3, new Message().number(1, revision).message(3, position(at)))
    .message(4, streamIdentifier(stream))
    .finish();

export const batchRefused = ({ correlation, stream }: Batch, status: Message): Buffer =>
  new Message().bytes(1, correlation).message(2, status).message(4, streamIdentifier(stream)).finish();

/** `google.rpc.Status` with one detail. */
const status = (code: number, message: string, type: string, detail = new Message()): Message =>
  new Message()
    .number(1, code)
    .text(2, message)
    .message(3, new Message().text(1, `type.googleapis.com/${type}`).message(2, detail));

export const statuses = {
  accessDenied: () => status(7, 'AccessDenied', 'event_store.client.AccessDenied'),
  timeout: () => status(4, 'Timeout', 'event_store.client.Timeout'),
  badRequest: (message: string) =>
    status(3, 'BadRequest', 'event_store.client.BadRequest', new Message().text(1, message)),
  notHandled: (message: string) => status(0, message, 'google.protobuf.Empty'),
  tooLarge: (most: number) =>
    status(
      3,
      'MaximumAppendSizeExceeded',
      'event_store.client.MaximumAppendSizeExceeded',
      new Message().number(1, most),
    ),
  streamDeleted: (stream: string) =>
    status(5, 'StreamDeleted', 'event_store.client.StreamDeleted', new Message().message(1, streamIdentifier(stream))),
  wrongExpectedVersion(current: number, expected: Expected): Message {
    const detail = new Message();
    if (current >= 0) detail.number(1, current);
    else detail.empty(2);
    if (typeof expected === 'number') detail.number(3, expected);
    else detail.empty({ any: 4, exists: 5, none: 6 }[expected]);
    return status(6, 'WrongExpectedVersion', 'event_store.client.WrongExpectedVersion', detail);
  },
};
