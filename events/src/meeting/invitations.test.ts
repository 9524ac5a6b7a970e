import { describe, expect, it } from 'vitest';
import { attendee, given } from '../testing/given.ts';
import { draft, happened, open, over, personRemoved, ready } from '../testing/past.ts';

const answered = (answer: 'accepted' | 'declined', note: string | null = null) =>
  happened('AttendanceAnswered', { attendeeId: 'wei', answer, substitute: null, note });

describe('answering an invitation', () => {
  it('is done by the attendee', () => {
    const { roster } = given(...ready)
      .by(attendee('wei'))
      .when('answer-invitation', { attendeeId: 'wei', answer: 'accepted' })
      .then(answered('accepted'));
    expect(roster.attendees.get('wei')?.answer).toBe('accepted');
  });

  it('is done on their behalf by the secretary or an organizer', () => {
    const command = ['answer-invitation', { attendeeId: 'wei', answer: 'declined', note: 'On a mission' }] as const;
    given(...ready)
      .by(attendee('sun'))
      .when(...command)
      .then(answered('declined', 'On a mission'));
    given(...ready)
      .when(...command)
      .then(answered('declined', 'On a mission'));
  });

  it('is refused to anyone else', () => {
    for (const other of ['chen', 'liu']) {
      given(...ready)
        .by(attendee(other))
        .when('answer-invitation', { attendeeId: 'wei', answer: 'accepted' })
        .refused('roster.not-your-answer');
    }
    given(...ready)
      .by(attendee('wei', 'another-meeting'))
      .when('answer-invitation', { attendeeId: 'wei', answer: 'accepted' })
      .refused('meeting.not-permitted');
  });

  it('names a substitute', () => {
    const { roster } = given(...ready)
      .by(attendee('wei'))
      .when('answer-invitation', { attendeeId: 'wei', answer: 'substituted', substitute: { name: 'Qian Yu' } })
      .then(
        happened('AttendanceAnswered', {
          attendeeId: 'wei',
          answer: 'substituted',
          substitute: { name: 'Qian Yu', title: null },
          note: null,
        }),
      );
    expect(roster.attendees.get('wei')?.substitute).toEqual({ name: 'Qian Yu', title: null });
  });

  it('can change: the last answer counts', () => {
    const substituted = happened('AttendanceAnswered', {
      attendeeId: 'wei',
      answer: 'substituted',
      substitute: { name: 'Qian Yu', title: 'Director' },
      note: null,
    });
    const { roster } = given(...open, substituted)
      .when('answer-invitation', { attendeeId: 'wei', answer: 'accepted' })
      .then(answered('accepted'));
    expect(roster.attendees.get('wei')).toMatchObject({ answer: 'accepted', substitute: null });
  });

  it('records nothing where the answer is the same', () => {
    given(...ready, answered('accepted'))
      .when('answer-invitation', { attendeeId: 'wei', answer: 'accepted' })
      .thenNothing();
  });

  it('is refused for who is not an attendee on the roster', () => {
    given(...ready, personRemoved('wei'))
      .when('answer-invitation', { attendeeId: 'wei', answer: 'accepted' })
      .refused('roster.unknown');
    given(...ready)
      .when('answer-invitation', { attendeeId: 'academy', answer: 'accepted' })
      .refused('roster.unknown');
  });

  it('is refused before the notice went out and after the closing', () => {
    given(...draft)
      .when('answer-invitation', { attendeeId: 'wei', answer: 'accepted' })
      .refused('meeting.not-convened');
    given(...over)
      .when('answer-invitation', { attendeeId: 'wei', answer: 'accepted' })
      .refused('meeting.closed');
  });

  it('needs the substitute’s name with “substituted”, and only there', () => {
    given().when('answer-invitation', { attendeeId: 'wei', answer: 'substituted' }).malformed('substitute');
    given()
      .when('answer-invitation', { attendeeId: 'wei', answer: 'accepted', substitute: { name: 'Qian Yu' } })
      .malformed('substitute');
  });
});

describe('excusing an absence', () => {
  const excused = happened('AttendeeExcused', { attendeeId: 'wei', reason: 'On a mission' });

  it('is recorded with the reason', () => {
    const { roster } = given(...open)
      .by(attendee('sun'))
      .when('excuse-attendee', { attendeeId: 'wei', reason: 'On a mission' })
      .then(excused);
    expect(roster.attendees.get('wei')?.excused).toBe('On a mission');
  });

  it('can be recorded after the closing', () => {
    given(...over)
      .when('excuse-attendee', { attendeeId: 'wei', reason: 'On a mission' })
      .then(excused);
  });

  it('can be withdrawn', () => {
    const { roster } = given(...open, excused)
      .when('excuse-attendee', { attendeeId: 'wei', reason: null })
      .then(happened('ExcuseWithdrawn', { attendeeId: 'wei' }));
    expect(roster.attendees.get('wei')?.excused).toBeNull();
  });

  it('records nothing where it stands so already', () => {
    given(...open, excused)
      .when('excuse-attendee', { attendeeId: 'wei', reason: 'On a mission' })
      .thenNothing();
    given(...open)
      .when('excuse-attendee', { attendeeId: 'wei', reason: null })
      .thenNothing();
  });

  it('is refused for who is not an attendee on the roster, and to attendees', () => {
    given(...open)
      .when('excuse-attendee', { attendeeId: 'nobody', reason: 'Ill' })
      .refused('roster.unknown');
    given(...open)
      .by(attendee('wei'))
      .when('excuse-attendee', { attendeeId: 'wei', reason: 'Ill' })
      .refused('meeting.not-permitted');
  });
});
