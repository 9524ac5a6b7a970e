// Where a process goes on. Its checkpoint names the last event it has handled; positions are those of one store, and
// after the record was copied to another one that event stands elsewhere, but it is the same event.

import type { RecordedEvent } from '@rostrum/events';
import type { Checkpoint, EventStore } from '@rostrum/infra';

/** The checkpoint after an event. */
export const checkpointAt = ({ position, stream, revision, id }: RecordedEvent): Checkpoint => ({
  position,
  stream,
  revision,
  eventId: id,
});

/** The checkpoint before the first event of all. */
const BEGINNING: Checkpoint = { position: 0n, stream: '', revision: 0, eventId: '' };

export type Place = {
  /** The position after which to go on. */
  readonly after: bigint | 'start';
  /** False where the event was not found and the position had to be believed. */
  readonly certain: boolean;
};

/**
 * The place of a checkpoint in this store. Where its event is gone, as after its stream was deleted, the position counts;
 * where that is beyond the store, as after an older copy was put back, all that is there was handled.
 * @throws StoreUnavailable
 */
export async function placeOf(store: EventStore, checkpoint: Checkpoint): Promise<Place> {
  const { stream, revision, eventId, position } = checkpoint;
  if (eventId === BEGINNING.eventId) return { after: 'start', certain: true };
  for await (const [event] of store.readStream(stream, { from: revision, limit: 1 })) {
    if (event?.id === eventId) return { after: event.position, certain: true };
  }
  const last = await store.lastPosition();
  return { after: position < last ? position : last, certain: false };
}

/**
 * The checkpoint at the present end of the record. It reads the whole record, since it must name an event: that happens
 * once in the life of a process.
 * @throws StoreUnavailable
 */
export async function presentEnd(store: EventStore): Promise<Checkpoint> {
  let last: RecordedEvent | undefined;
  for await (const page of store.readAll()) last = page.at(-1) ?? last;
  return last ? checkpointAt(last) : BEGINNING;
}
