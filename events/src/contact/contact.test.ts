import { describe, expect, it } from 'vitest';
import { foldBy } from '../kernel/fold.ts';
import { decideBeside } from '../meeting/admission.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import { beside } from '../testing/beside.ts';
import { attendee, MEETING, specification } from '../testing/given.ts';
import type { Happened } from '../testing/given.ts';
import { draft } from '../testing/past.ts';
import { contactCommands, contactEvents, decideContact, evolveContact, initialContact } from './contact.ts';
import type { ContactEvent, ContactState } from './contact.ts';

const given = specification<typeof contactCommands, ContactState, BesideMeeting, ContactEvent>({
  commands: contactCommands,
  events: contactEvents,
  initial: initialContact,
  around: beside(...draft),
  evolve: foldBy(evolveContact),
  decide: decideBeside(contactCommands, decideContact),
});

const set = (email: string | null, telephone: string | null, meetingId = MEETING): Happened<ContactEvent> => ({
  type: 'ContactSet',
  data: { attendeeId: 'wei', meetingId, email, telephone },
});

describe('setting contact data', () => {
  it('is done by an officer or by the attendee', () => {
    given().when('set-contact', { attendeeId: 'wei', email: 'wei@example.org' }).then(set('wei@example.org', null));
    const contact = given(set('wei@example.org', null))
      .by(attendee('wei'))
      .when('set-contact', { attendeeId: 'wei', email: 'wei@example.org', telephone: '+86 10 1234 5678' })
      .then(set('wei@example.org', '+86 10 1234 5678'));
    expect(contact).toEqual({
      attendeeId: 'wei',
      meetingId: MEETING,
      email: 'wei@example.org',
      telephone: '+86 10 1234 5678',
    });
  });

  it('takes away what is not given', () => {
    given(set('wei@example.org', '+86 10 1234 5678'))
      .when('set-contact', { attendeeId: 'wei', telephone: '+86 10 1234 5678' })
      .then(set(null, '+86 10 1234 5678'));
  });

  it('records nothing where it is set, or where there is none and none is given', () => {
    given(set('wei@example.org', null))
      .when('set-contact', { attendeeId: 'wei', email: 'wei@example.org' })
      .thenNothing();
    given().when('set-contact', { attendeeId: 'wei' }).thenNothing();
  });

  it('is refused to other attendees, and for those who are not on the roster', () => {
    given()
      .by(attendee('wei'))
      .when('set-contact', { attendeeId: 'liu', email: 'wei@example.org' })
      .refused('contact.not-yours');
    given().when('set-contact', { attendeeId: 'nobody', email: 'wei@example.org' }).refused('roster.unknown');
  });

  it('never touches the data of an attendee of another meeting who has the same id', () => {
    given(set('another.wei@example.org', null, 'meeting-2'))
      .when('set-contact', { attendeeId: 'wei', email: 'wei@example.org' })
      .refused('contact.of-another-meeting');
  });

  it('needs an address and a number that can be used', () => {
    given().when('set-contact', { attendeeId: 'wei', email: 'wei at example' }).malformed('email');
    given().when('set-contact', { attendeeId: 'wei', telephone: 'call me' }).malformed('telephone');
  });
});
