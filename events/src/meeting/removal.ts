// Taking a name off the roster: what binds it there until it is settled, and what goes with it.

import { reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { Instant } from '../kernel/text.ts';
import { holderOf } from './floor.ts';
import type { FloorEvent } from './floor.ts';
import type { MeetingState } from './meeting.ts';
import { nameInRecord } from './names.ts';
import { officesOf } from './officers.ts';

/** Why an attendee or delegation cannot be removed now; undefined where nothing binds it. */
export function boundToMeeting(
  { roster, officers, floor, agenda }: MeetingState,
  rosterId: string,
): Rejection | undefined {
  const name = nameInRecord(roster, rosterId);

  const offices = officesOf(officers, rosterId);
  if (offices.length > 0) {
    return reject.conflict('roster.holds-office', `${name} is ${offices.join(' and ')}. Appoint somebody else first.`, {
      rosterId,
      offices,
    });
  }
  if (floor.speech?.speakerId === rosterId || holderOf(floor) === rosterId) {
    return reject.conflict('roster.holds-floor', `${name} has the floor. Take it back first.`, {
      rosterId,
      speechId: floor.speech?.speechId,
    });
  }
  const presented = agenda.items
    .values()
    .find(
      ({ status, presenters }) => status !== 'concluded' && status !== 'withdrawn' && presenters.includes(rosterId),
    );
  if (presented) {
    return reject.conflict('roster.presents-item', `${name} presents “${presented.title}”. Revise the item first.`, {
      rosterId,
      itemId: presented.itemId,
    });
  }
  const led = roster.delegations.values().find(({ headId, removed }) => headId === rosterId && !removed);
  if (led) {
    return reject.conflict('roster.leads-delegation', `${name} leads ${led.name}. Name another head first.`, {
      rosterId,
      delegationId: led.delegationId,
    });
  }
  return undefined;
}

/** The events that take down the hands of a name that is removed. */
export const handsTakenDown = ({ floor }: MeetingState, rosterId: string, at: Instant): readonly FloorEvent[] =>
  floor.requests
    .filter(({ speakerId }) => speakerId === rosterId)
    .map(({ requestId }) => ({ type: 'FloorRequestDismissed', data: { requestId, reason: null, at } }));
