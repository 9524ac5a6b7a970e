// Whether read models and the store in use belong together. The file of the read models lies in the folder of a node; the
// store may have been exchanged meanwhile, put back from an older copy, or copied to where its positions are others.

import { readEvent, UnreadableEvent } from '@rostrum/events';
import type { RecordedEvent } from '@rostrum/events';
import { deletedStream } from '@rostrum/infra';
import type { EventStore, StreamDeleted } from '@rostrum/infra';
import type { Anchor, UnreadableStream } from '@rostrum/projections/tables';

/**
 * True where the store still has the latest of the anchors exactly in its place. One whose stream was deleted says
 * nothing, and the next one is asked; without any the record cannot be known again.
 * @param anchors the latest first
 * @throws StoreUnavailable
 */
export async function hasAnchors(store: EventStore, anchors: readonly Anchor[]): Promise<boolean> {
  for (const anchor of anchors) {
    const found = await eventAt(store, anchor);
    if (found !== undefined) return found.id === anchor.id && found.position === anchor.position;
    if (!(await wasDeleted(store, anchor))) return false;
  }
  return false;
}

/**
 * True where an event that could not be read can be now, as after an upgrade, or is gone.
 * @throws StoreUnavailable
 */
export async function isReadableNow(store: EventStore, unreadable: UnreadableStream): Promise<boolean> {
  const found = await eventAt(store, unreadable);
  if (found === undefined) return true;
  try {
    readEvent(found);
    return true;
  } catch (error) {
    if (error instanceof UnreadableEvent) return false;
    throw error;
  }
}

type Place = Pick<RecordedEvent, 'stream' | 'revision'>;

async function eventAt(store: EventStore, { stream, revision }: Place): Promise<RecordedEvent | undefined> {
  for await (const [event] of store.readStream(stream, { from: revision, limit: 1 }))
    if (event) return event.revision === revision ? event : undefined;
  return undefined;
}

/** Whether the store has recorded, after an event, that it was deleted with its stream. */
async function wasDeleted(store: EventStore, { stream, revision, position }: Anchor): Promise<boolean> {
  const enough = new AbortController();
  try {
    const deliveries = store.subscribe({ after: position, prefixes: [stream], signal: enough.signal });
    for await (const { events, caughtUp } of deliveries) {
      for (const event of events) {
        if (deletedStream(event) !== stream) continue;
        const { through } = event.data as StreamDeleted['data'];
        if (through === undefined || through >= revision) return true;
      }
      if (caughtUp) return false;
    }
    return false;
  } finally {
    enough.abort();
  }
}
