/** An event on its way into the database and out of it. */

import { Buffer } from 'node:buffer';
import type { DomainEvent, NewEvent, RecordedEvent } from '@rostrum/events';
import { EventTooLarge } from '../errors.ts';

/** An event as text, ready to be written. */
export type Draft = {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
};

/** An event as it was written. */
export type Row = Draft & { readonly stream: string; readonly revision: number; readonly position: number };

/** UTF-16 units become at most three bytes each in UTF-8, so most events need not be measured. */
const MOST_BYTES_PER_UNIT = 3;

/**
 * The text of an event.
 * @throws EventTooLarge where data and metadata together have more than `maxBytes` in UTF-8.
 */
export function draft(event: NewEvent, maxBytes: number): Draft {
  const data = JSON.stringify(event.data);
  const metadata = JSON.stringify(event.metadata);
  if ((data.length + metadata.length) * MOST_BYTES_PER_UNIT > maxBytes) {
    const bytes = Buffer.byteLength(data) + Buffer.byteLength(metadata);
    if (bytes > maxBytes) throw new EventTooLarge(event.type, bytes, maxBytes);
  }
  return { id: event.id, type: event.type, data, metadata };
}

/** The event that a row holds. */
export function recorded(row: Row): RecordedEvent<DomainEvent> {
  return {
    id: row.id,
    type: row.type,
    data: JSON.parse(row.data) as unknown,
    metadata: JSON.parse(row.metadata) as RecordedEvent['metadata'],
    stream: row.stream,
    revision: row.revision,
    position: BigInt(row.position),
  };
}
