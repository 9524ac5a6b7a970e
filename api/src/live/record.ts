// The record of one meeting out of the store: the events of its own stream and of the streams beside it, in the order of
// positions, in today's shapes.

import { homeOf, readEvent, streamName } from '@rostrum/events';
import type { RecordedEvent, StreamName } from '@rostrum/events';
import { deletedStream } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';
import { inOrder } from '@rostrum/projections';

/** The families that belong to the record of a meeting. Contact data and doors do not. */
const IN_RECORD: readonly StreamName[] = ['meeting', 'attendance', 'conversation', 'directive'];

/** The meeting to whose record an event belongs; undefined where it belongs to none. The event was read already. */
export function meetingOf({ stream, data }: RecordedEvent): string | undefined {
  const home = homeOf(stream);
  if (home === undefined || !IN_RECORD.includes(home.family)) return undefined;
  return home.family === 'directive' ? (data as { readonly meetingId: string }).meetingId : home.subjects[0];
}

/** The meetings whose record something was written to, or deleted from: several where only the event itself tells which. */
export function meetingsTouched(event: RecordedEvent): readonly string[] {
  const home = homeOf(deletedStream(event) ?? event.stream);
  return home !== undefined && IN_RECORD.includes(home.family) ? home.subjects : [];
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
    for (const event of page) if (until === undefined || event.position <= until) events.push(readEvent(event));
  }
  return events;
}
