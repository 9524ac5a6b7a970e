import { describe, expect, it } from 'vitest';
import { evolveAttendance } from '../attendance/attendance.ts';
import { initialAttendance } from '../attendance/whereabouts.ts';
import { administrator, archivist, attendee, EARLIER, given, MEETING, NOW, system } from '../testing/given.ts';
import {
  appointed,
  called,
  closed,
  concluded,
  convened,
  draft,
  floorGiven,
  happened,
  inRecess,
  item,
  open,
  opened,
  over,
  person,
  personRemoved,
  ready,
  recessCalled,
  scheduled,
  underReport,
  venueAdded,
} from '../testing/past.ts';

const TERM = {
  timeZone: 'Asia/Shanghai',
  startsAt: '2021-05-26T09:00:00+08:00',
  endsAt: '2021-05-26T11:50:00+08:00',
};
const outline = { meetingId: MEETING, title: 'Digital Space Work Conference', organisation: 'CASIC', ...TERM };
const cancelled = happened('MeetingCancelled', { reason: 'Moved into the annual conference' });

/** These attendees are connected. */
const present = (...attendeeIds: readonly string[]) => ({
  attendance: attendeeIds.reduce(
    (state, attendeeId) =>
      evolveAttendance.ParticipantJoined(state, { sessionId: `s-${attendeeId}`, attendeeId, via: 'live', at: EARLIER }),
    initialAttendance,
  ),
});

describe('scheduling a meeting', () => {
  it('makes a draft, with its venues', () => {
    const { lifecycle, roster } = given()
      .when('schedule-meeting', {
        ...outline,
        purpose: ['Sum up the year'],
        languages: ['en', 'zh-CN'],
        form: 'hybrid',
        quorum: 30,
        venues: [
          { venueId: 'main', name: 'Beijing', main: true },
          { venueId: 'branch', name: 'Wuhan' },
        ],
      })
      .then(
        scheduled({ purpose: ['Sum up the year'], languages: ['en', 'zh-CN'], form: 'hybrid', quorum: 30 }),
        venueAdded('main', { name: 'Beijing', main: true }),
        venueAdded('branch', { name: 'Wuhan' }),
      );
    expect(lifecycle).toMatchObject({ meetingId: MEETING, status: 'draft', startsAt: TERM.startsAt });
    expect(roster.venues.keys()).toEqual(['main', 'branch']);
  });

  it('needs title, organisation and term alone, and takes the id of the command', () => {
    const { meetingId: _, ...least } = outline;
    given()
      .when('schedule-meeting', least)
      .then(scheduled({ meetingId: 'command-1' }));
  });

  it('records nothing where the same meeting is scheduled already, also once it is over', () => {
    given(...over)
      .when('schedule-meeting', outline)
      .thenNothing();
  });

  it('is refused for the id of another meeting', () => {
    given(scheduled())
      .when('schedule-meeting', { ...outline, title: 'Another' })
      .refused('meeting.already-scheduled', { meetingId: MEETING });
  });

  it('is for organizers and administrators', () => {
    given().by(administrator).when('schedule-meeting', outline).then(scheduled());
    for (const actor of [archivist, attendee('liu'), system()]) {
      given().by(actor).when('schedule-meeting', outline).refused('meeting.not-permitted');
    }
  });

  it('is refused as malformed where the values make no sense', () => {
    given()
      .when('schedule-meeting', { ...outline, endsAt: outline.startsAt })
      .malformed('endsAt');
    given()
      .when('schedule-meeting', { ...outline, endsAt: '2021-05-26T09:30:00+10:00' })
      .malformed('endsAt');
    given()
      .when('schedule-meeting', { ...outline, startsAt: '2021-05-26 09:00' })
      .malformed('startsAt');
    for (const timeZone of ['Beijing', '+08:00', '']) {
      given()
        .when('schedule-meeting', { ...outline, timeZone })
        .malformed('timeZone');
    }
    given()
      .when('schedule-meeting', { ...outline, languages: [] })
      .malformed('languages');
    given()
      .when('schedule-meeting', { ...outline, quorum: 0 })
      .malformed('quorum');
    given()
      .when('schedule-meeting', { ...outline, title: 'T'.repeat(301) })
      .malformed('title');
    const venue = { venueId: 'main', name: 'Beijing', main: true };
    given()
      .when('schedule-meeting', { ...outline, venues: [venue, { ...venue, main: false }] })
      .malformed('venues');
    given()
      .when('schedule-meeting', { ...outline, venues: [venue, { ...venue, venueId: 'other' }] })
      .malformed('venues');
  });
});

describe('a meeting that was never scheduled', () => {
  it('is unknown to every other command', () => {
    given().when('convene-meeting', {}).refused('meeting.unknown');
    given().when('add-item', { title: 'Report' }).refused('meeting.unknown');
  });
});

describe('revising a meeting', () => {
  const revised = (other: object) =>
    happened('MeetingRevised', {
      title: 'Digital Space Work Conference',
      organisation: 'CASIC',
      purpose: [],
      languages: ['en'],
      form: 'video',
      quorum: null,
      ...other,
    });

  it('replaces what is given and leaves the rest', () => {
    const { lifecycle } = given(...ready)
      .by(attendee('sun'))
      .when('revise-meeting', { quorum: 30 })
      .then(revised({ quorum: 30 }));
    expect(lifecycle).toMatchObject({ quorum: 30, status: 'convened', title: 'Digital Space Work Conference' });
  });

  it('can lift the quorum', () => {
    given(scheduled({ quorum: 30 }))
      .when('revise-meeting', { quorum: null })
      .then(revised({}));
  });

  it('records nothing where it stands so already, or nothing is given', () => {
    given(...draft)
      .when('revise-meeting', { languages: ['en'], form: 'video' })
      .thenNothing();
    given(...draft)
      .when('revise-meeting', {})
      .thenNothing();
  });

  it('is not revised over what another changed meanwhile', () => {
    given(...draft)
      .when('revise-meeting', { quorum: 30, seen: { quorum: 12 } })
      .refused('revision.overtaken');
  });

  it('is refused once the meeting has opened, in a recess too', () => {
    for (const past of [open, inRecess]) {
      const { message } = given(...past)
        .when('revise-meeting', { quorum: 30 })
        .refused('meeting.open');
      expect(message).toBe('The meeting is under way. This can be done only before it opens or after it has closed.');
    }
    given(...over)
      .when('revise-meeting', { quorum: 30 })
      .refused('meeting.closed');
  });
});

describe('moving a meeting to another time', () => {
  const later = {
    timeZone: 'Asia/Shanghai',
    startsAt: '2021-05-27T09:00:00+08:00',
    endsAt: '2021-05-27T11:50:00+08:00',
  };

  it('sets start and end, with the reason', () => {
    const { lifecycle } = given(...ready)
      .when('reschedule-meeting', { ...later, reason: 'The hall is not free' })
      .then(happened('MeetingRescheduled', { ...later, reason: 'The hall is not free' }));
    expect(lifecycle).toMatchObject({ ...later, status: 'convened' });
  });

  it('records nothing where it is at that time already', () => {
    given(...draft)
      .when('reschedule-meeting', TERM)
      .thenNothing();
  });

  it('is refused once the meeting has opened, and for an end before the start', () => {
    given(...open)
      .when('reschedule-meeting', later)
      .refused('meeting.open');
    given(...draft)
      .when('reschedule-meeting', { ...later, endsAt: TERM.endsAt })
      .malformed('endsAt');
  });
});

describe('convening a meeting', () => {
  it('sends the notice', () => {
    const { lifecycle } = given(...draft)
      .when('convene-meeting', { notice: 'Please be there five minutes early.' })
      .then(happened('MeetingConvened', { notice: 'Please be there five minutes early.' }));
    expect(lifecycle).toMatchObject({
      status: 'convened',
      convenedAt: NOW,
      notice: 'Please be there five minutes early.',
    });
  });

  it('records nothing the second time', () => {
    given(...ready)
      .when('convene-meeting', { notice: 'Again' })
      .thenNothing();
  });

  it('is refused without an agenda item and a name on the roster, both named at once', () => {
    const { facts } = given(scheduled()).when('convene-meeting', {}).refused('meeting.not-ready');
    expect(facts).toEqual({ missing: ['an agenda item', 'a name on the roster'] });
    given(scheduled(), item('report'), person('liu'), personRemoved('liu'))
      .when('convene-meeting', {})
      .refused('meeting.not-ready', { missing: ['a name on the roster'] });
    given(scheduled(), person('liu'), item('report'), happened('ItemWithdrawn', { itemId: 'report', reason: null }))
      .when('convene-meeting', {})
      .refused('meeting.not-ready', { missing: ['an agenda item'] });
  });

  it('is refused once the meeting has opened', () => {
    given(...open)
      .when('convene-meeting', {})
      .refused('meeting.open');
  });
});

describe('opening a meeting', () => {
  it('records who presides over how many', () => {
    const { lifecycle } = given(...ready)
      .by(attendee('liu'))
      .around(present('liu', 'wei'))
      .when('open-meeting', {})
      .then(opened({ present: 2 }));
    expect(lifecycle).toMatchObject({ status: 'open', openedAt: NOW, presentAtOpening: 2 });
  });

  it('records no reason for a missing quorum where the quorum is there', () => {
    given(scheduled({ quorum: 2 }), ...draft.slice(1), convened())
      .around(present('liu', 'wei'))
      .when('open-meeting', { withoutQuorumBecause: 'Not needed' })
      .then(opened({ present: 2, quorum: 2 }));
  });

  it('is refused without the quorum unless a reason is stated', () => {
    const past = given(scheduled({ quorum: 3 }), ...draft.slice(1), convened()).around(present('liu', 'wei'));
    const { message } = past.when('open-meeting', {}).refused('meeting.no-quorum', { present: 2, quorum: 3 });
    expect(message).toBe('2 are present and the quorum is 3. Wait, or open with a stated reason.');
    past
      .when('open-meeting', { withoutQuorumBecause: 'Nothing is decided today' })
      .then(opened({ present: 2, quorum: 3, withoutQuorumBecause: 'Nothing is decided today' }));
  });

  it('records nothing where it is open, or in recess', () => {
    given(...open)
      .when('open-meeting', {})
      .thenNothing();
    given(...inRecess)
      .when('open-meeting', {})
      .thenNothing();
  });

  it('is refused without a chair', () => {
    given(scheduled(), person('liu'), item('report'), convened()).when('open-meeting', {}).refused('meeting.no-chair');
  });

  it('is refused before the meeting is convened and after it has closed', () => {
    given(...draft)
      .when('open-meeting', {})
      .refused('meeting.not-convened');
    given(...over)
      .when('open-meeting', {})
      .refused('meeting.closed');
  });

  it('is for those who preside', () => {
    given(...ready)
      .by(attendee('sun'))
      .when('open-meeting', {})
      .refused('meeting.not-permitted');
    given(...ready)
      .by(attendee('chen'))
      .when('open-meeting', {})
      .then(opened({ present: 0 }));
  });
});

describe('a recess', () => {
  it('interrupts the meeting', () => {
    const { lifecycle } = given(...underReport)
      .when('call-recess', { reason: 'Coffee', resumesAt: '2021-05-26T10:30:00+08:00' })
      .then(recessCalled({ reason: 'Coffee', resumesAt: '2021-05-26T10:30:00+08:00' }));
    expect(lifecycle.status).toBe('recess');
    expect(lifecycle.recesses).toEqual([
      { from: NOW, to: null, reason: 'Coffee', resumesAt: '2021-05-26T10:30:00+08:00' },
    ]);
  });

  it('ends when the meeting is resumed', () => {
    const { lifecycle } = given(...inRecess)
      .when('resume-meeting', {})
      .then(happened('MeetingResumed', {}));
    expect(lifecycle).toMatchObject({ status: 'open', recesses: [{ from: EARLIER, to: NOW }] });
  });

  it('ends when the meeting is closed out of it', () => {
    const { lifecycle } = given(...inRecess)
      .when('close-meeting', {})
      .then(closed());
    expect(lifecycle).toMatchObject({ status: 'closed', recesses: [{ from: EARLIER, to: NOW }] });
  });

  it('is called and resumed once', () => {
    given(...inRecess)
      .when('call-recess', { reason: 'Again' })
      .thenNothing();
    given(...open)
      .when('resume-meeting', {})
      .thenNothing();
  });

  it('is refused while someone has the floor, or a vote runs', () => {
    given(...underReport, floorGiven('wei'))
      .when('call-recess', {})
      .refused('meeting.floor-held', { speechId: 'speech-of-wei' });
    given(
      ...underReport,
      happened('MotionPut', {
        motionId: 'm',
        title: 'M',
        text: 'T',
        moverId: 'liu',
        seconderId: null,
        itemId: 'report',
      }),
      happened('VoteOpened', { motionId: 'm', method: 'show-of-hands', majority: 'simple', eligible: ['liu'] }),
    )
      .when('call-recess', {})
      .refused('meeting.vote-running', { motionId: 'm' });
  });

  it('is refused before the meeting opens and after it has closed', () => {
    given(...ready)
      .when('call-recess', {})
      .refused('meeting.not-open');
    given(...over)
      .when('call-recess', {})
      .refused('meeting.closed');
    given(...ready)
      .when('resume-meeting', {})
      .refused('meeting.not-open');
  });
});

describe('closing a meeting', () => {
  it('ends it', () => {
    const { lifecycle } = given(...underReport, concluded('report'))
      .by(attendee('liu'))
      .when('close-meeting', {})
      .then(closed());
    expect(lifecycle).toMatchObject({ status: 'closed', closedAt: NOW });
  });

  it('records nothing the second time', () => {
    given(...over)
      .when('close-meeting', {})
      .thenNothing();
  });

  it('is refused with every blocker listed', () => {
    const { message, facts } = given(
      ...underReport,
      floorGiven('wei'),
      happened('MotionPut', {
        motionId: 'm',
        title: 'The plan',
        text: 'T',
        moverId: 'liu',
        seconderId: null,
        itemId: 'report',
      }),
      happened('VoteOpened', { motionId: 'm', method: 'show-of-hands', majority: 'simple', eligible: ['liu'] }),
    )
      .when('close-meeting', {})
      .refused('meeting.not-finished');
    expect(message).toBe(
      'The floor is held. Take it back or let the speaker finish. “Report” is still open. Conclude it first. The vote on “The plan” is running. Close it first.',
    );
    expect(facts).toMatchObject({
      blockers: [
        { code: 'floor.held', about: 'speech-of-wei' },
        { code: 'agenda.item-open', about: 'report' },
        { code: 'decisions.vote-running', about: 'm' },
      ],
    });
  });

  it('is refused before the meeting has opened', () => {
    given(...ready)
      .when('close-meeting', {})
      .refused('meeting.not-open');
  });

  it('is for those who preside', () => {
    given(...open)
      .by(attendee('sun'))
      .when('close-meeting', {})
      .refused('meeting.not-permitted');
  });
});

describe('cancelling a meeting', () => {
  it('calls off a meeting that has not opened, with the reason', () => {
    for (const past of [draft, ready]) {
      const { lifecycle } = given(...past)
        .when('cancel-meeting', { reason: 'Moved into the annual conference' })
        .then(cancelled);
      expect(lifecycle).toMatchObject({ status: 'cancelled', cancelledBecause: 'Moved into the annual conference' });
    }
  });

  it('records nothing the second time', () => {
    given(...ready, cancelled)
      .when('cancel-meeting', { reason: 'Again' })
      .thenNothing();
  });

  it('is refused once the meeting has opened', () => {
    given(...open)
      .when('cancel-meeting', { reason: 'Too late' })
      .refused('meeting.open');
  });

  it('leaves nothing to be done in the meeting', () => {
    given(...ready, cancelled)
      .when('open-meeting', {})
      .refused('meeting.cancelled');
    given(...ready, cancelled)
      .when('add-item', { title: 'Report' })
      .refused('meeting.cancelled');
  });
});

describe('correcting the record', () => {
  const correction = {
    correctsEventId: '6f1d8a3e-1f7b-5c8e-9b8a-2f6f4b1f0c11',
    field: 'points[0]',
    oldValue: 'forty units',
    newValue: 'forty-four units',
    reason: 'Misheard',
  };
  const recorded = happened('CorrectionRecorded', { correctionId: 'command-1', ...correction });

  it('says again, beside the event, what is right', () => {
    const { lifecycle } = given(...over)
      .by(attendee('sun'))
      .when('record-correction', correction)
      .then(recorded);
    expect(lifecycle.corrections).toEqual([{ correctionId: 'command-1', ...correction, at: NOW }]);
  });

  it('is possible once the minutes are signed', () => {
    given(...over, happened('MeetingMinuted', {}))
      .when('record-correction', correction)
      .then(recorded);
  });

  it('may be repeated with an id of its own', () => {
    given(...over, recorded)
      .when(
        'record-correction',
        { ...correction, oldValue: 'forty-four units', newValue: 'forty-five units' },
        'command-2',
      )
      .then(
        happened('CorrectionRecorded', {
          ...correction,
          correctionId: 'command-2',
          oldValue: 'forty-four units',
          newValue: 'forty-five units',
        }),
      );
    given(...over, recorded)
      .when('record-correction', { ...correction, newValue: 'fifty units' })
      .refused('meeting.correction-exists', { correctionId: 'command-1' });
  });

  it('is refused where it changes nothing', () => {
    given(...over)
      .when('record-correction', { ...correction, newValue: correction.oldValue })
      .refused('meeting.correction-changes-nothing');
  });

  it('is refused before the closing, and to attendees', () => {
    given(...open)
      .when('record-correction', correction)
      .refused('meeting.open');
    given(...over)
      .by(attendee('wei'))
      .when('record-correction', correction)
      .refused('meeting.not-permitted');
  });
});

describe('who somebody is in a meeting', () => {
  it('ends with the meeting: a link of another one gives nothing here', () => {
    given(...open)
      .by(attendee('liu', 'another-meeting'))
      .when('call-item', { itemId: 'report' })
      .refused('meeting.not-permitted');
  });

  it('follows the office, not the person: a relieved officer presides no more', () => {
    const relieved = happened('OfficerRelieved', { office: 'deputy', attendeeId: 'chen', reason: null });
    given(...open)
      .by(attendee('chen'))
      .when('call-item', { itemId: 'report' })
      .then(called('report'));
    given(...open, relieved)
      .by(attendee('chen'))
      .when('call-item', { itemId: 'report' })
      .refused('meeting.not-permitted');
    given(...open, relieved, appointed('deputy', 'chen'))
      .by(attendee('chen'))
      .when('call-item', { itemId: 'report' })
      .then(called('report'));
  });

  it('is told with the refusal: the command is for whom', () => {
    const { message } = given(...open)
      .by(attendee('wei'))
      .when('close-meeting', {})
      .refused('meeting.not-permitted', {
        by: ['organizer', 'chair', 'deputy'],
      });
    expect(message).toBe('“Close the meeting” is for: organizer, chair, deputy.');
  });
});
