/** An event on its way to the server and back from it. What comes back and is not ours is told apart here. */

import { Buffer } from 'node:buffer';
import type { EventMetadata, NewEvent, RecordedEvent } from '@rostrum/events';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { EventTooLarge } from '../errors.ts';
import { DELETIONS, STREAM_DELETED } from '../port.ts';
import type { StreamDeleted } from '../port.ts';
import { isStreamName } from '../stream-name.ts';
import { DELETION_TYPE, END_TYPE } from './names.ts';
import type { Names } from './names.ts';

/** An event as bytes, ready to be sent. */
export type Draft = {
  readonly id: string;
  readonly type: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
};

/** What stands at a position: an event of ours, or something else. */
export type Arrival = {
  /** As the server knows it. */
  readonly name: string;
  readonly type: string;
  readonly id: string;
  readonly revision: number;
  readonly position: bigint;
  readonly data: Uint8Array;
  /** When the server wrote it: steps of 100 ns since 1970. */
  readonly created: string | undefined;
  /** Data and metadata. */
  readonly bytes: number;
  /** Whether it only ends what comes before it, which is deleted or about to be. */
  readonly isEnd: boolean;
  /** Undefined where it ends a stream, and where it is not ours. */
  readonly event: RecordedEvent | undefined;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The bytes of an event.
 * @throws EventTooLarge where data and metadata together have more than `maxBytes`; RangeError for an id that is none.
 */
export function draft(event: NewEvent, maxBytes: number): Draft {
  if (!UUID.test(event.id)) throw new RangeError(`An event's id is a UUID in lower case: ${JSON.stringify(event.id)}`);
  const data = Buffer.from(JSON.stringify(event.data));
  const metadata = Buffer.from(JSON.stringify(event.metadata));
  const bytes = data.length + metadata.length;
  if (bytes > maxBytes) throw new EventTooLarge(event.type, bytes, maxBytes);
  return { id: event.id, type: event.type, data, metadata };
}

/**
 * Whether an event will be one of ours when it comes back.
 * @param stream as the port knows it
 */
export const isOurs = ({ id, type, data, metadata }: Draft, stream: string): boolean =>
  UUID.test(id) && type !== END_TYPE && eventOf(type, data, metadata, stream) !== undefined;

/** What the server holds against its largest append: type in UTF-16, data and metadata. */
export const sizeOf = ({ type, data, metadata }: Draft): number => type.length * 2 + data.length + metadata.length;

/** Reads what the server sent; undefined where the place of the event is empty. */
export function arrivalOf(sent: ReadResp.ReadEvent, names: Names): Arrival | undefined {
  const recorded = sent.getEvent();
  if (recorded === undefined) return undefined;
  const properties = recorded.getMetadataMap();
  const name = textOf(recorded.getStreamIdentifier()!.getStreamName_asU8());
  const data = recorded.getData_asU8();
  const metadata = recorded.getCustomMetadata_asU8();
  const type = properties.get('type') ?? '';
  const id = recorded.getId()!.getString();
  const revision = Number(recorded.getStreamRevision());
  const position = BigInt(recorded.getCommitPosition());
  const json = properties.get('content-type') === 'application/json';
  const event =
    json && type !== END_TYPE && names.passes(name) ? eventOf(type, data, metadata, names.inPort(name)) : undefined;
  return {
    name,
    type,
    id,
    revision,
    position,
    data,
    created: properties.get('created'),
    bytes: data.length + metadata.length,
    isEnd: type === END_TYPE,
    event: event && { ...event, id, revision, position },
  };
}

type Told = Pick<RecordedEvent, 'type' | 'data' | 'metadata' | 'stream'>;

function eventOf(type: string, data: Uint8Array, metadata: Uint8Array, stream: string): Told | undefined {
  const told = jsonOf(data);
  const circumstances = jsonOf(metadata);
  if (told === undefined || !isMetadata(circumstances)) return undefined;
  if (stream === DELETIONS) {
    if (type !== DELETION_TYPE || !isDeletion(told)) return undefined;
    return { type: STREAM_DELETED, data: told, metadata: circumstances, stream };
  }
  if (type === '' || type.startsWith('$') || !isStreamName(stream)) return undefined;
  return { type, data: told, metadata: circumstances, stream };
}

/** The object that JSON in UTF-8 stands for; undefined where it is neither. */
function jsonOf(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

const TEXTS = ['commandId', 'command', 'fingerprint', '$correlationId', '$causationId', 'recordedAt'] as const;

function isMetadata(value: object | undefined): value is EventMetadata {
  if (value === undefined) return false;
  const metadata = value as Record<string, unknown>;
  const actor = metadata['actor'];
  return (
    typeof actor === 'object' &&
    actor !== null &&
    'kind' in actor &&
    TEXTS.every((key) => typeof metadata[key] === 'string')
  );
}

/** Whether the data of a deletion say what was deleted. */
export function isDeletion(data: object): data is StreamDeleted['data'] {
  const { stream, at, through } = data as Record<string, unknown>;
  return (
    typeof stream === 'string' && typeof at === 'string' && (through === undefined || Number.isSafeInteger(through))
  );
}
