// A small meeting for tests, as it is scheduled and filled.

import type { RecordedEvent } from '@rostrum/events';
import type { TestHouse } from './house.fixture.ts';

/** What schedules the meeting `conference`. */
export const plan = {
  meetingId: 'conference',
  title: 'Digital Space Work Conference',
  organisation: 'China Aerospace Science and Industry Corporation',
  timeZone: 'Asia/Shanghai',
  startsAt: '2021-05-26T09:00:00+08:00',
  endsAt: '2021-05-26T11:50:00+08:00',
};

/** What adds an agenda item. */
export const item = (itemId: string) => ({ itemId, kind: 'speech', title: `Item ${itemId}` });

/** Every event of a stream. */
export async function recordedIn(house: TestHouse, stream = 'meeting-conference'): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of house.store.readStream(stream)) events.push(...page);
  return events;
}
