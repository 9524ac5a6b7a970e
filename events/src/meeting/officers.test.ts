import { describe, expect, it } from 'vitest';
import { attendee, given, NOW, organizer } from '../testing/given.ts';
import {
  appointed,
  delegation,
  draft,
  happened,
  inRecess,
  open,
  over,
  person,
  personRemoved,
  scheduled,
} from '../testing/past.ts';
import { chairAt, initialOfficers } from './officers.ts';

const roster = [scheduled(), person('liu'), person('chen'), person('sun'), delegation('academy')];

describe('appointing an officer', () => {
  it('makes an attendee the chair', () => {
    const { officers } = given(...roster)
      .when('appoint-officer', { office: 'chair', attendeeId: 'liu' })
      .then(appointed('chair', 'liu'));
    expect(officers.chair).toBe('liu');
  });

  it('adds deputies up, in the order of their appointment', () => {
    const { officers } = given(...roster, appointed('deputy', 'sun'))
      .when('appoint-officer', { office: 'deputy', attendeeId: 'chen' })
      .then(appointed('deputy', 'chen'));
    expect(officers.deputies).toEqual(['sun', 'chen']);
  });

  it('replaces the secretary, also while the meeting runs', () => {
    const { officers } = given(...open)
      .when('appoint-officer', { office: 'secretary', attendeeId: 'wei' })
      .then(appointed('secretary', 'wei'));
    expect(officers.secretary).toBe('wei');
  });

  it('replaces the chair before the meeting opens', () => {
    const { officers } = given(...draft)
      .when('appoint-officer', { office: 'chair', attendeeId: 'wei' })
      .then(appointed('chair', 'wei'));
    expect(officers.chair).toBe('wei');
  });

  it('leaves a deputy a deputy when they become the chair', () => {
    const { officers } = given(...draft)
      .when('appoint-officer', { office: 'chair', attendeeId: 'chen' })
      .then(appointed('chair', 'chen'));
    expect(officers).toMatchObject({ chair: 'chen', deputies: ['chen'] });
  });

  it('records nothing where they hold the office already', () => {
    given(...draft)
      .when('appoint-officer', { office: 'deputy', attendeeId: 'chen' })
      .thenNothing();
  });

  it('is refused for a name that is not an attendee of the roster', () => {
    const past = given(...roster, personRemoved('chen'));
    past
      .when('appoint-officer', { office: 'chair', attendeeId: 'nobody' })
      .refused('roster.unknown', { attendeeId: 'nobody' });
    past.when('appoint-officer', { office: 'chair', attendeeId: 'chen' }).refused('roster.unknown');
    past.when('appoint-officer', { office: 'chair', attendeeId: 'academy' }).refused('roster.unknown');
  });

  it('is refused for one person as chair and secretary', () => {
    given(...draft)
      .when('appoint-officer', { office: 'chair', attendeeId: 'sun' })
      .refused('officers.chair-and-secretary');
    given(...draft)
      .when('appoint-officer', { office: 'secretary', attendeeId: 'liu' })
      .refused('officers.chair-and-secretary');
  });

  it('is refused for the chair as their own deputy', () => {
    given(...draft)
      .when('appoint-officer', { office: 'deputy', attendeeId: 'liu' })
      .refused('officers.chair-as-deputy');
  });

  it('is refused for the chair of a running meeting: the chair is handed over', () => {
    for (const past of [open, inRecess]) {
      const { message } = given(...past)
        .when('appoint-officer', { office: 'chair', attendeeId: 'wei' })
        .refused('officers.chair-taken', { chair: 'liu' });
      expect(message).toBe('Liu chairs the running meeting. Hand the chair over, with the reason.');
    }
  });

  it('is for organizers and the chair', () => {
    const command = ['appoint-officer', { office: 'secretary', attendeeId: 'wei' }] as const;
    given(...open)
      .by(attendee('liu'))
      .when(...command)
      .then(appointed('secretary', 'wei'));
    for (const other of ['chen', 'sun', 'wei'])
      given(...open)
        .by(attendee(other))
        .when(...command)
        .refused('meeting.not-permitted');
  });

  it('is refused once the meeting has closed', () => {
    given(...over)
      .when('appoint-officer', { office: 'deputy', attendeeId: 'wei' })
      .refused('meeting.closed');
  });
});

describe('relieving an officer', () => {
  it('takes the office away, with the reason', () => {
    const { officers } = given(...open)
      .when('relieve-officer', { office: 'deputy', attendeeId: 'chen', reason: 'Called away' })
      .then(happened('OfficerRelieved', { office: 'deputy', attendeeId: 'chen', reason: 'Called away' }));
    expect(officers.deputies).toEqual([]);
  });

  it('needs no reason', () => {
    const { officers } = given(...open)
      .when('relieve-officer', { office: 'secretary', attendeeId: 'sun' })
      .then(happened('OfficerRelieved', { office: 'secretary', attendeeId: 'sun', reason: null }));
    expect(officers.secretary).toBeNull();
  });

  it('leaves the meeting without a chair before it opens', () => {
    const { officers } = given(...draft)
      .when('relieve-officer', { office: 'chair', attendeeId: 'liu' })
      .then(happened('OfficerRelieved', { office: 'chair', attendeeId: 'liu', reason: null }));
    expect(officers.chair).toBeNull();
  });

  it('records nothing where they do not hold the office', () => {
    given(...draft)
      .when('relieve-officer', { office: 'chair', attendeeId: 'chen' })
      .thenNothing();
    given(...draft)
      .when('relieve-officer', { office: 'secretary', attendeeId: 'nobody' })
      .thenNothing();
  });

  it('is refused for the chair of a running meeting', () => {
    for (const past of [open, inRecess]) {
      given(...past)
        .when('relieve-officer', { office: 'chair', attendeeId: 'liu' })
        .refused('officers.chair-needed', { chair: 'liu' });
    }
  });
});

describe('handing over the chair', () => {
  const reason = 'The chair gives the report';

  it('passes the chair to a deputy, who remains a deputy', () => {
    const { officers } = given(...open)
      .when('hand-over-chair', { to: 'chen', reason })
      .then(happened('ChairHandedOver', { from: 'liu', to: 'chen', reason }));
    expect(officers).toEqual({
      chair: 'chen',
      deputies: ['chen'],
      secretary: 'sun',
      handovers: [{ from: 'liu', to: 'chen', reason, at: NOW }],
    });
  });

  it('passes the chair to a named attendee, in a recess too', () => {
    given(...inRecess)
      .when('hand-over-chair', { to: 'wei', reason })
      .then(happened('ChairHandedOver', { from: 'liu', to: 'wei', reason }));
  });

  it('takes effect at once: whoever gave the chair away presides no more', () => {
    given(...open)
      .by(attendee('liu'))
      .when('hand-over-chair', { to: 'wei', reason })
      .thenOnce(happened('ChairHandedOver', { from: 'liu', to: 'wei', reason }));
    const after = [...open, happened('ChairHandedOver', { from: 'liu', to: 'wei', reason })];
    given(...after)
      .by(attendee('liu'))
      .when('call-item', { itemId: 'report' })
      .refused('meeting.not-permitted');
    given(...after)
      .by(attendee('wei'))
      .when('call-item', { itemId: 'report' })
      .then(happened('ItemCalled', { itemId: 'report' }));
  });

  it('records nothing where they have the chair already', () => {
    given(...open)
      .when('hand-over-chair', { to: 'liu', reason })
      .thenNothing();
  });

  it('is refused for a name that is not an attendee of the roster, and for the secretary', () => {
    given(...open)
      .when('hand-over-chair', { to: 'nobody', reason })
      .refused('roster.unknown');
    given(...open)
      .when('hand-over-chair', { to: 'academy', reason })
      .refused('roster.unknown');
    given(...open, personRemoved('wei'))
      .when('hand-over-chair', { to: 'wei', reason })
      .refused('roster.unknown');
    given(...open)
      .when('hand-over-chair', { to: 'sun', reason })
      .refused('officers.chair-and-secretary');
  });

  it('is for organizers and the chair; deputy, secretary and attendees are refused', () => {
    for (const other of ['chen', 'sun', 'wei']) {
      given(...open)
        .by(attendee(other))
        .when('hand-over-chair', { to: 'wei', reason })
        .refused('meeting.not-permitted');
    }
  });

  it('is refused before the meeting opens', () => {
    given(...draft)
      .by(organizer)
      .when('hand-over-chair', { to: 'chen', reason })
      .refused('meeting.not-convened');
  });

  it('needs a reason', () => {
    given(...open)
      .when('hand-over-chair', { to: 'chen', reason: ' ' })
      .malformed('reason');
  });
});

describe('who was in the chair', () => {
  const handedOver = (from: string, to: string, at: string) => ({ from, to, reason: null, at });

  it('is whoever has it, where it was never handed over', () => {
    expect(chairAt({ ...initialOfficers, chair: 'liu' }, NOW)).toBe('liu');
  });

  it('is told for each instant, through every handing over', () => {
    const officers = {
      ...initialOfficers,
      chair: 'liu',
      handovers: [
        handedOver('liu', 'chen', '2021-05-26T02:00:00.000Z'),
        handedOver('chen', 'liu', '2021-05-26T03:00:00.000Z'),
      ],
    };
    const at = (time: string) => chairAt(officers, `2021-05-26T${time}Z`);
    expect([at('01:59:59.999'), at('02:00:00.000'), at('02:30:00.000'), at('03:00:00.000')]).toEqual([
      'liu',
      'chen',
      'chen',
      'liu',
    ]);
  });
});
