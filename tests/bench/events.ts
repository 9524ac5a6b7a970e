// Events for benchmarks: as long as most are, some 600 bytes of JSON.

import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@rostrum/events';

function event(): NewEvent {
  const id = randomUUID();
  const at = '2021-05-26T01:12:45.120Z';
  return {
    id,
    type: 'FloorGiven',
    data: { at, speechId: id, attendeeId: 'attendee-17', itemId: 'item-4', kind: 'speech', limitSeconds: 480 },
    metadata: {
      actor: { kind: 'account', id: 'account-1', name: '王芳', roles: ['organizer'] },
      commandId: id,
      command: 'give-floor',
      fingerprint: '0123456789abcdef',
      $correlationId: id,
      $causationId: id,
      recordedAt: at,
    },
  };
}

const events = Array.from({ length: 1000 }, event);

/** The next so many events, each with an id of its own, since an id that stands already is not written again. */
export const nextEvents = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_unused, place) => ({ ...events[place % events.length]!, id: randomUUID() }));
