// The messages with which the server answers, as bytes.

import type { Expected } from './log.ts';
import { LAST_REVISION, type Recorded } from './record.ts';
import type { IdForm } from './requests.ts';
import { Message } from './wire.ts';

export const uuid = (id: string, form: IdForm): Message => {
  if (form === 'string') return new Message().text(2, id);
  const hex = id.replaceAll('-', '');
  const halves = new Message().number(1, BigInt(`0x${hex.slice(0, 16)}`)).number(2, BigInt(`0x${hex.slice(16)}`));
  return new Message().message(1, halves);
};

const streamIdentifier = (name: string): Message => new Message().text(3, name);

const position = (commit: bigint): Message => new Message().number(1, commit).number(2, commit);

const now = (): Message => new Message().number(1, Math.floor(Date.now() / 1000)).number(2, (Date.now() % 1000) * 1e6);

const encoded = { string: new WeakMap<Recorded, Buffer>(), structured: new WeakMap<Recorded, Buffer>() };

/** An event that is read, encoded when it is for the first time. */
export function eventRead(event: Recorded, form: IdForm): Buffer {
  const known = encoded[form].get(event);
  if (known) return known;
  const recorded = new Message()
    .message(1, uuid(event.id, form))
    .message(2, streamIdentifier(event.stream))
    .number(3, event.revision === LAST_REVISION ? 2n ** 63n - 1n : event.revision)
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

export const confirmation = (id: string): Buffer => new Message().message(2, new Message().text(1, id)).finish();

export const checkpoint = (at: bigint): Buffer => new Message().message(3, position(at).message(3, now())).finish();

export const streamNotFound = (name: string): Buffer =>
  new Message().message(4, new Message().message(1, streamIdentifier(name))).finish();

export const lastStreamPosition = (revision: number): Buffer => new Message().number(6, revision).finish();

/** Says how far the subscription came, where it came anywhere. */
export function caughtUp(at: { revision: number } | { position: bigint }): Buffer {
  const answer = new Message().message(1, now());
  if ('revision' in at && at.revision >= 0) answer.number(2, at.revision);
  if ('position' in at && at.position >= 0n) answer.message(3, position(at.position));
  return new Message().message(8, answer).finish();
}

export const deleted = (at: bigint): Buffer => new Message().message(1, position(at)).finish();

const success = (revision: number, at: bigint | undefined): Message => {
  const answer = new Message();
  if (revision >= 0) answer.number(1, revision);
  else answer.empty(2);
  return at === undefined ? answer.empty(4) : answer.message(3, position(at));
};

export const appended = (revision: number, at: bigint | undefined): Buffer =>
  new Message().message(1, success(revision, at)).finish();

/** What the older append answers where the stream did not end as expected: twice, for older clients and for newer. */
export function refused(current: number, expected: Expected): Buffer {
  const refusal = new Message();
  if (current >= 0) refusal.number(1, current);
  else refusal.empty(2);
  if (expected === 'none') refusal.number(3, 2n ** 64n - 1n);
  else if (typeof expected === 'number') refusal.number(3, expected);
  else refusal.empty({ any: 4, exists: 5 }[expected]);
  if (current >= 0) refusal.number(6, current);
  else refusal.empty(7);
  if (typeof expected === 'number') refusal.number(8, expected);
  else refusal.empty({ any: 9, exists: 10, none: 11 }[expected]);
  return new Message().message(2, refusal).finish();
}

/** Which append of a batch is answered: its id as it came, and its stream. */
export type Batch = { readonly correlation: Uint8Array; readonly stream: string };

export const batchAppended = ({ correlation, stream }: Batch, revision: number, at: bigint | undefined): Buffer =>
  new Message().bytes(1, correlation).message(3, success(revision, at)).message(4, streamIdentifier(stream)).finish();

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
