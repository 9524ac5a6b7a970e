// A small meeting for the tests of what is read: three attendees, one item, a commendation under embargo.

import type { Actor } from '@rostrum/events';
import { organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';

export const MEETING = 'council';

export const attendee = (id: string): Actor => ({ kind: 'attendee', id, meetingId: MEETING, name: id });

/** Gives a command and expects it to be accepted. */
export async function give(
  house: TestHouse,
  name: string,
  data: object = {},
  actor: Actor = organizer,
): Promise<{ position: string; revision: number }> {
  const path = name === 'schedule-meeting' ? '/api/meetings' : `/api/meetings/${MEETING}/${name}`;
  const response = await house.send(actor, 'POST', path, data);
  const body = (await response.json()) as { position: string; revision: number };
  if (!response.ok) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body;
}

export async function conveneCouncil(house: TestHouse): Promise<void> {
  await give(house, 'schedule-meeting', {
    meetingId: MEETING,
    title: 'Council',
    organisation: 'The City',
    timeZone: 'Asia/Shanghai',
    startsAt: '2021-05-26T09:00:00+08:00',
    endsAt: '2021-05-26T11:00:00+08:00',
  });
  for (const [place, id] of ['ada', 'ben', 'cao'].entries()) {
    await give(house, 'add-attendee', {
      attendeeId: id,
      name: id,
      title: 'Member',
      unit: 'Council',
      precedence: place + 1,
    });
  }
  await give(house, 'appoint-officer', { office: 'chair', attendeeId: 'ada' });
  await give(house, 'add-item', { itemId: 'honours', kind: 'commendation', title: 'Commendations' });
  await give(house, 'prepare-commendation', { commendationId: 'c1', category: 'individual', award: 'SECRET-AWARD' });
  await give(house, 'convene-meeting');
}

export async function openCouncil(house: TestHouse): Promise<void> {
  await conveneCouncil(house);
  await give(house, 'open-meeting');
  await give(house, 'call-item', { itemId: 'honours' });
}
