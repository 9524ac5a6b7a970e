// The record of one meeting out of the store: the events of its own stream and of the streams beside it, in the order of
// positions, in today's shapes.

import { familyOf, streamName, streams } from '@rostrum/events';
import type { RecordedEvent, StreamName } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import { inOrder } from '@rostrum/projections';

/** The families that belong to the record of a meeting. Contact data and doors do not. */
const IN_RECORD: readonly (StreamName | undefined)[] = ['meeting', 'attendance', 'conversation', 'directive'];

/** The meeting to whose record an event belongs; undefined where it belongs to none. */
export function meetingOf({ stream, data }: RecordedEvent): string | undefined {
  const family = familyOf(stream);
  if (family === undefined || !IN_RECORD.includes(family)) return undefined;
  if (family === 'directive') {
    return typeof data === 'object' && data !== null && 'meetingId' in data ? String(data.meetingId) : undefined;
  }
  return stream.slice(family.length + 1);
}

/**
 * The event in today's shape; as it is where its type is unknown here, since a view passes over it.
 * @throws UnreadableEvent where its shape is newer than this program
 */
export function decoded(event: RecordedEvent): RecordedEvent {
  const family = familyOf(event.stream);
  return family !== undefined && streams[family].codec.knows(event.type) ? streams[family].codec.decode(event) : event;
}

/**
 * The whole record of a meeting.
 * @param until only events up to this position; without it all
 * @throws StoreUnavailable, UnreadableEvent
 */
export async function readRecord(
  store: EventStore,
  meetingId: string,
  until?: bigint,
): Promise<readonly RecordedEvent[]> {
  const meeting = await readOne(store, `meeting-${meetingId}`, until);
  const directives = meeting.flatMap(({ type, data }) =>
    type === 'DirectiveIssued' ? [(data as { directiveId: string }).directiveId] : [],
  );
  const beside = await Promise.all(
    [
      `attendance-${meetingId}`,
      `conversation-${meetingId}`,
      ...new Set(directives.map((id) => streamName('directive', meetingId, id))),
    ].map((stream) => readOne(store, stream, until)),
  );
  const followUps = beside.map((events) => events.filter((event) => meetingOf(event) === meetingId));
  return inOrder(meeting, ...followUps);
}

async function readOne(store: EventStore, stream: string, until: bigint | undefined): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of store.readStream(stream)) {
    for (const event of page) if (until === undefined || event.position <= until) events.push(decoded(event));
  }
  return events;
}
