// What a correction may name. The rules know no event by its id, so it takes reading the record.

import { isOfficer } from '@rostrum/events';
import type { Actor } from '@rostrum/events';
import type { Deps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { mayRead } from '../live/audience.ts';
import { readRecord } from '../live/record.ts';

/**
 * Lets a correction through only where it names an event of this meeting's record that everyone in the meeting may read:
 * a correction is for everyone, and would tell what is under embargo. Whoever may not correct is left to be refused by
 * the rules, and learns nothing here.
 * @throws Problem 404 where there is no such event, 409 where it is for the officers alone
 */
export async function requireCorrectable(
  { store, commands }: Pick<Deps, 'store' | 'commands'>,
  meetingId: string,
  actor: Actor,
  eventId: string,
): Promise<void> {
  const { state } = await commands.stateOf('meeting', meetingId);
  if (state.lifecycle.status === 'unscheduled' || !isOfficer(actor, state)) return;
  const event = (await readRecord(store, meetingId)).find(({ id }) => id === eventId);
  if (!event) {
    throw new Problem(
      404,
      'meeting.unknown-event',
      'There is no such event in the record of this meeting. Name the event that is wrong by its id.',
    );
  }
  if (mayRead(event, 'attendees')) return;
  throw new Problem(
    409,
    'meeting.correction-of-hidden',
    'This event is for the officers alone, and a correction is read by everyone. Correct what was announced instead.',
  );
}
