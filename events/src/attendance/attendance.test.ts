import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldBy } from '../kernel/fold.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import { decideBeside } from '../meeting/admission.ts';
import { beside, checkedIn, checkedOut, counted, dated, joined, left } from '../testing/beside.ts';
import { attendee, EARLIER, MEETING, NOW, specification, station, system } from '../testing/given.ts';
import type { Happened } from '../testing/given.ts';
import { draft, open, over, person, personRemoved, ready, venueAdded } from '../testing/past.ts';
import { attendanceCommands, attendanceEvents, decideAttendance, evolveAttendance } from './attendance.ts';
import type { AttendanceEvent } from './attendance.ts';
import { initialAttendance } from './whereabouts.ts';
import type { AttendanceState } from './whereabouts.ts';

const fold = foldBy(evolveAttendance);

const given = specification<typeof attendanceCommands, AttendanceState, BesideMeeting, AttendanceEvent>({
  commands: attendanceCommands,
  events: attendanceEvents,
  initial: initialAttendance,
  around: beside(...open),
  evolve: fold,
  decide: decideBeside(attendanceCommands, decideAttendance),
});

const minutes = (past: number) => new Date(Date.parse(EARLIER) + past * 60_000).toISOString();

describe('checking in', () => {
  it('records an attendee at the venue given, by whoever stands at the door', () => {
    given()
      .by(attendee('sun'))
      .when('check-in', { attendeeId: 'wei', venueId: 'branch' })
      .then({ type: 'CheckedIn', data: { attendeeId: 'wei', venueId: 'branch', by: 'sun' } });
  });

  it('takes the venue of the roster, and else the main venue', () => {
    given()
      .when('check-in', { attendeeId: 'wei' })
      .then(checkedIn('wei', NOW, 'main'));
    given()
      .around(beside(...open, person('zhou', { venueId: 'branch' })))
      .when('check-in', { attendeeId: 'zhou' })
      .then(checkedIn('zhou', NOW, 'branch'));
  });

  it('is done by a steward, and not by the attendee alone', () => {
    const doors = beside(...open, person('zhou', { capacity: 'steward' }));
    given()
      .around(doors)
      .by(attendee('zhou'))
      .when('check-in', { attendeeId: 'wei' })
      .then({ type: 'CheckedIn', data: { attendeeId: 'wei', venueId: 'main', by: 'zhou' } });
    given().around(doors).by(attendee('wei')).when('check-in', { attendeeId: 'wei' }).refused('meeting.not-permitted');
  });

  it('records nothing where they are in, and the other venue where they moved', () => {
    given(checkedIn('wei')).when('check-in', { attendeeId: 'wei' }).thenNothing();
    given(checkedIn('wei'))
      .when('check-in', { attendeeId: 'wei', venueId: 'branch' })
      .then(checkedIn('wei', NOW, 'branch'));
  });

  it('comes after a check-out of the same instant', () => {
    given(checkedIn('wei'), checkedOut('wei', NOW))
      .when('check-in', { attendeeId: 'wei' })
      .then(checkedIn('wei', '2021-05-26T02:00:00.001Z'));
  });

  it('is refused for those who are not on the roster, and for a venue that is not the meeting’s', () => {
    given().when('check-in', { attendeeId: 'nobody' }).refused('roster.unknown');
    given()
      .around(beside(...open, person('zhou'), personRemoved('zhou')))
      .when('check-in', { attendeeId: 'zhou' })
      .refused('roster.unknown');
    given().when('check-in', { attendeeId: 'wei', venueId: 'elsewhere' }).refused('roster.unknown-venue');
  });

  it('is refused without a venue where the meeting has no main one', () => {
    const without = open.map((event) => (event.type === 'VenueAdded' ? venueAdded(event.data.venueId) : event));
    given()
      .around(beside(...without))
      .when('check-in', { attendeeId: 'wei' })
      .refused('attendance.no-venue');
  });

  it('is refused before the meeting is convened and after it has closed', () => {
    given()
      .around(beside(...draft))
      .when('check-in', { attendeeId: 'wei' })
      .refused('meeting.not-convened');
    given()
      .around(beside(...over))
      .when('check-in', { attendeeId: 'wei' })
      .refused('meeting.closed');
    given().around(beside()).when('check-in', { attendeeId: 'wei' }).refused('meeting.unknown');
  });
});

describe('a steward who came by a link', () => {
  const steward = station('steward');
  const atBranch = station('steward', 'branch');

  it('checks in and out and counts, and the record names the link', () => {
    given()
      .by(steward)
      .when('check-in', { attendeeId: 'wei' })
      .then({ type: 'CheckedIn', data: { attendeeId: 'wei', venueId: 'main', by: steward.id } });
    given(checkedIn('wei')).by(steward).when('check-out', { attendeeId: 'wei' }).then(checkedOut('wei', NOW));
    given()
      .by(steward)
      .when('count-delegation', { delegationId: 'academy', count: 24 })
      .then(counted('academy', 24, NOW));
  });

  it('does so at the venue of the link where it has one', () => {
    given()
      .by(atBranch)
      .when('check-in', { attendeeId: 'wei' })
      .then({ type: 'CheckedIn', data: { attendeeId: 'wei', venueId: 'branch', by: atBranch.id } });
    given(checkedIn('wei', EARLIER, 'branch'))
      .by(atBranch)
      .when('check-out', { attendeeId: 'wei' })
      .then(checkedOut('wei', NOW));
    given()
      .by(atBranch)
      .when('count-delegation', { delegationId: 'academy', count: 24 })
      .then({ type: 'DelegationCounted', data: { delegationId: 'academy', count: 24, venueId: 'branch' } });
  });

  it('takes in whoever comes over from another venue', () => {
    given(checkedIn('wei'))
      .by(atBranch)
      .when('check-in', { attendeeId: 'wei' })
      .then({ type: 'CheckedIn', data: { attendeeId: 'wei', venueId: 'branch', by: atBranch.id } });
  });

  it('does nothing at another venue', () => {
    const elsewhere = { yours: 'branch', venueId: 'main' };
    given()
      .by(atBranch)
      .when('check-in', { attendeeId: 'wei', venueId: 'main' })
      .refused('attendance.not-your-venue', elsewhere);
    given(checkedIn('wei'))
      .by(atBranch)
      .when('check-out', { attendeeId: 'wei' })
      .refused('attendance.not-your-venue', elsewhere);
    given()
      .by(atBranch)
      .when('count-delegation', { delegationId: 'academy', count: 24, venueId: 'main' })
      .refused('attendance.not-your-venue', elsewhere);
  });

  it('has no business at another meeting', () => {
    given()
      .by(station('steward', null, `${MEETING}-2`))
      .when('check-in', { attendeeId: 'wei' })
      .refused('meeting.not-permitted');
  });
});

describe('checking out', () => {
  it('records that an attendee left the venue', () => {
    given(checkedIn('wei')).when('check-out', { attendeeId: 'wei' }).then(checkedOut('wei', NOW));
  });

  it('is possible for a name that was removed meanwhile', () => {
    given(checkedIn('zhou'))
      .around(beside(...open, person('zhou'), personRemoved('zhou')))
      .when('check-out', { attendeeId: 'zhou' })
      .then(checkedOut('zhou', NOW));
  });

  it('records nothing where they are not in, and is refused for the unknown', () => {
    given().when('check-out', { attendeeId: 'wei' }).thenNothing();
    given().when('check-out', { attendeeId: 'nobody' }).refused('roster.unknown');
  });
});

describe('counting a delegation', () => {
  it('records the number present', () => {
    given()
      .when('count-delegation', { delegationId: 'academy', count: 24 })
      .then(counted('academy', 24, NOW));
  });

  it('replaces the earlier count, and records nothing where it is the same', () => {
    const state = given(counted('academy', 24))
      .when('count-delegation', { delegationId: 'academy', count: 23 })
      .then(counted('academy', 23, NOW));
    expect(state.counts.get('academy')?.at(-1)?.count).toBe(23);
    given(counted('academy', 24)).when('count-delegation', { delegationId: 'academy', count: 24 }).thenNothing();
  });

  it('is refused for what is no delegation, for an unknown venue and below zero', () => {
    given().when('count-delegation', { delegationId: 'wei', count: 1 }).refused('roster.unknown');
    given()
      .when('count-delegation', { delegationId: 'academy', count: 1, venueId: 'elsewhere' })
      .refused('roster.unknown-venue');
    given().when('count-delegation', { delegationId: 'academy', count: -1 }).malformed('count');
  });
});

describe('a notice of a connection', () => {
  const notice = { sessionId: 'session-wei', attendeeId: 'wei' };

  it('is recorded when it happened, in UTC', () => {
    given()
      .by(system())
      .when('record-joined', { ...notice, via: 'video', happenedAt: '2021-05-26T09:30:00+08:00' })
      .then(joined('wei', '2021-05-26T01:30:00.000Z'));
    given(joined('wei', minutes(1)))
      .by(system())
      .when('record-left', { ...notice, reason: 'connection lost', happenedAt: minutes(2) })
      .then({ type: 'ParticipantLeft', data: { ...notice, reason: 'connection lost', at: minutes(2) } });
  });

  it('never lies in the future, whatever the other clock says', () => {
    given()
      .by(system())
      .when('record-joined', { ...notice, via: 'video', happenedAt: '2021-05-26T23:00:00Z' })
      .then(joined('wei', NOW));
  });

  it('is recorded once, and again only where it turns out to be earlier', () => {
    const known = given(joined('wei', minutes(5)), left('wei', minutes(10))).by(system());
    known.when('record-joined', { ...notice, via: 'video', happenedAt: minutes(5) }).thenNothing();
    known.when('record-left', { ...notice, happenedAt: minutes(12) }).thenNothing();
    known.when('record-left', { ...notice, happenedAt: minutes(9) }).then(left('wei', minutes(9)));
    known.when('record-joined', { ...notice, via: 'video', happenedAt: minutes(4) }).then(joined('wei', minutes(4)));
  });

  it('of leaving may come first', () => {
    const state = given(left('wei', minutes(10)))
      .by(system())
      .when('record-joined', { ...notice, via: 'video', happenedAt: minutes(5) })
      .then(joined('wei', minutes(5)));
    expect(state.whereabouts.get('wei')?.sessions).toEqual([
      { sessionId: 'session-wei', joined: { via: 'video', at: minutes(5) }, left: { reason: null, at: minutes(10) } },
    ]);
  });

  it('of leaving is recorded for a name that was removed meanwhile', () => {
    const removed = beside(...open, person('zhou'), personRemoved('zhou'));
    given(joined('zhou'))
      .around(removed)
      .by(system())
      .when('record-left', { sessionId: 'session-zhou', attendeeId: 'zhou' })
      .then(left('zhou', NOW));
    given()
      .around(removed)
      .by(system())
      .when('record-joined', { sessionId: 'session-zhou', attendeeId: 'zhou', via: 'live' })
      .refused('roster.unknown');
  });

  it('is taken from the system alone, in any season', () => {
    given()
      .when('record-joined', { ...notice, via: 'video' })
      .refused('meeting.not-permitted');
    for (const past of [draft, ready, over]) {
      given()
        .around(beside(...past))
        .by(system())
        .when('record-joined', { ...notice, via: 'live' })
        .then({ type: 'ParticipantJoined', data: { ...notice, via: 'live' } });
    }
    given()
      .by(system())
      .when('record-left', { ...notice, attendeeId: 'nobody' })
      .refused('roster.unknown');
  });
});

// ── any order ───────────────────────────────────────────────────────────────────────────────────────────────────────

const someone = fc.constantFrom('liu', 'wei', 'chen');
const sometime = fc.nat(6).map(minutes);
const notice: fc.Arbitrary<Happened<AttendanceEvent>> = fc.oneof(
  fc.tuple(someone, sometime, fc.nat(2)).map(([who, at, n]) => joined(who, at, `${who}-${n}`)),
  fc.tuple(someone, sometime, fc.nat(2)).map(([who, at, n]) => left(who, at, `${who}-${n}`)),
  fc.tuple(someone, sometime, fc.constantFrom('main', 'branch')).map(([who, at, where]) => checkedIn(who, at, where)),
  fc.tuple(someone, sometime).map(([who, at]) => checkedOut(who, at)),
  fc.tuple(fc.nat(30), sometime).map(([count, at]) => counted('academy', count, at)),
);
/** A list of notices, and the same ones in another order, some of them twice. */
const twoDeliveries = fc.array(notice, { maxLength: 25 }).chain((notices) =>
  fc.tuple(
    fc.constant(notices),
    fc.shuffledSubarray([...notices, ...notices.slice(0, 5)], {
      minLength: notices.length + Math.min(5, notices.length),
    }),
  ),
);

/** The state as a set of entries: their order is that of arrival. */
const entries = ({ whereabouts, counts }: AttendanceState) => ({
  whereabouts: Object.fromEntries(whereabouts.keys().map((key) => [key, whereabouts.get(key)])),
  counts: Object.fromEntries(counts.keys().map((key) => [key, counts.get(key)])),
});

describe('the attendance', () => {
  it('ends in the same state whatever comes late, twice or in another order', () => {
    fc.assert(
      fc.property(twoDeliveries, ([once, otherwise]) => {
        const fully = (delivered: readonly Happened<AttendanceEvent>[]) =>
          delivered.reduce((state, event) => fold(state, dated<AttendanceEvent>(event)), initialAttendance);
        expect(entries(fully(otherwise))).toEqual(entries(fully(once)));
      }),
      { numRuns: 500 },
    );
  });
});
