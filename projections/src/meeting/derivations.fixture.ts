// For the tests of what is derived from a view: a small meeting whose times can be reckoned in the head. It is planned
// from 09:00 to 10:00 in UTC, and its clock starts at 08:00.

import { Rehearsal, usher } from '../testing/rehearsal.ts';

export const at = (time: string): string => `2021-05-26T${time.length === 5 ? `${time}:00` : time}.000Z`;

export class SmallMeeting extends Rehearsal {
  constructor() {
    super('small', at('08:00'));
    this.give('schedule-meeting', {
      meetingId: 'small',
      title: 'A small meeting',
      organisation: 'CASIC',
      timeZone: 'UTC',
      startsAt: at('09:00'),
      endsAt: at('10:00'),
      venues: [{ venueId: 'main', name: 'Main hall', main: true }],
    });
    const person = (attendeeId: string, unit: string, precedence: number) =>
      this.give('add-attendee', { attendeeId, name: attendeeId, unit, precedence, venueId: 'main' });
    person('bo', 'House / East', 2);
    person('ann', 'House', 1);
    person('cai', 'House / East / Annex', 3);
    this.give('appoint-officer', { office: 'chair', attendeeId: 'ann' });
  }

  /** Adds items of so many planned minutes; null for none. */
  agenda(plan: Readonly<Record<string, number | null>>): this {
    for (const [itemId, plannedMinutes] of Object.entries(plan)) {
      this.give('add-item', { itemId, title: `Item ${itemId}`, plannedMinutes });
    }
    return this;
  }

  /** Moves the clock to a time of the day. */
  until(time: string): this {
    return this.wait((Date.parse(at(time)) - Date.parse(this.now)) / 1000);
  }

  joins(attendeeId: string, session = attendeeId): this {
    this.give('record-joined', { sessionId: session, attendeeId, via: 'video' }, usher);
    return this;
  }

  leaves(attendeeId: string, session = attendeeId): this {
    this.give('record-left', { sessionId: session, attendeeId }, usher);
    return this;
  }

  /** Convenes and opens the meeting. */
  opens(): this {
    this.give('convene-meeting');
    this.give('open-meeting');
    return this;
  }

  speaks(speakerId: string, seconds: number): this {
    const [given] = this.give('give-floor', { speakerId });
    const { speechId } = given!.data as { readonly speechId: string };
    this.wait(seconds).give('yield-floor', { speechId });
    return this;
  }
}
