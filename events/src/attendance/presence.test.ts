import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendanceOf, checkedIn, checkedOut, counted, joined, left } from '../testing/beside.ts';
import { given } from '../testing/given.ts';
import { delegation, happened, opened, person, personRemoved, ready } from '../testing/past.ts';
import type { MeetingEvent } from '../meeting/meeting.ts';
import type { AttendanceEvent } from './attendance.ts';
import type { Happened } from '../testing/given.ts';
import {
  countPresent,
  intervalsOf,
  isPresent,
  isRosterIdPresent,
  isWithin,
  presenceOf,
  secondsWithin,
} from './presence.ts';

const at = (time: string) => `2021-05-26T${time}:00.000Z`;
/** Opened at nine, closed at twelve. */
const sitting: readonly Happened<MeetingEvent>[] = [
  ...ready,
  { ...opened(), data: { ...opened().data, at: at('09:00') } },
  happened('MeetingClosed', { at: at('12:00') }),
];
const meeting = given(...sitting).state;
const running = given(...sitting.slice(0, -1)).state;
const presence = (...events: readonly Happened<AttendanceEvent>[]) =>
  presenceOf(meeting, attendanceOf(...events), 'wei', at('13:00'));

describe('the presence of an attendee', () => {
  it('is from the opening to the closing for one who came before and left after', () => {
    expect(presence(joined('wei', at('08:45')), left('wei', at('12:10')))).toEqual({
      status: 'present',
      arrivedLate: false,
      leftEarly: false,
      here: false,
      intervals: [{ from: at('08:45'), to: at('12:10') }],
      gaps: [],
      seconds: 3 * 3600,
    });
  });

  it('tells who came late and who left early', () => {
    expect(presence(joined('wei', at('09:30')))).toMatchObject({ arrivedLate: true, leftEarly: false });
    expect(presence(joined('wei', at('08:50')), left('wei', at('11:00')))).toMatchObject({
      arrivedLate: false,
      leftEarly: true,
      seconds: 2 * 3600,
    });
  });

  it('makes one interval of connections and check-ins that overlap', () => {
    expect(
      presence(
        joined('wei', at('09:00'), 'laptop'),
        joined('wei', at('09:30'), 'telephone'),
        left('wei', at('10:00'), 'laptop'),
        checkedIn('wei', at('09:45')),
        checkedOut('wei', at('11:00')),
        left('wei', at('10:30'), 'telephone'),
      ),
    ).toMatchObject({ intervals: [{ from: at('09:00'), to: at('11:00') }], gaps: [] });
  });

  it('shows the gaps between connections', () => {
    expect(
      presence(
        joined('wei', at('09:00'), 'first'),
        left('wei', at('10:00'), 'first'),
        joined('wei', at('10:05'), 'second'),
      ),
    ).toMatchObject({
      status: 'present',
      gaps: [{ from: at('10:00'), to: at('10:05') }],
      here: true,
      seconds: 3 * 3600 - 300,
    });
  });

  it('is absent for one who never came, or came and went before the opening', () => {
    expect(presence()).toMatchObject({ status: 'absent', arrivedLate: false, leftEarly: false, seconds: 0 });
    expect(presence(joined('wei', at('08:00')), left('wei', at('08:30')))).toMatchObject({
      status: 'absent',
      seconds: 0,
    });
  });

  it('is excused for one who is excused and did not come, and present for one who came after all', () => {
    const excused = given(
      ...sitting.slice(0, -1),
      happened('AttendeeExcused', { attendeeId: 'wei', reason: 'On leave' }),
    );
    expect(presenceOf(excused.state, attendanceOf(), 'wei', at('13:00')).status).toBe('excused');
    expect(presenceOf(excused.state, attendanceOf(joined('wei', at('10:00'))), 'wei', at('13:00')).status).toBe(
      'present',
    );
  });

  it('is that of the instant asked for', () => {
    const attendance = attendanceOf(joined('wei', at('08:45')), left('wei', at('10:00')));
    expect(presenceOf(meeting, attendance, 'wei', at('09:30'))).toMatchObject({
      here: true,
      leftEarly: false,
      intervals: [{ from: at('08:45'), to: null }],
      seconds: 1800,
    });
    expect(presenceOf(meeting, attendance, 'wei', at('08:00'))).toMatchObject({ status: 'absent', intervals: [] });
    expect(presenceOf(meeting, attendance, 'wei', at('08:50'))).toMatchObject({ status: 'present', seconds: 0 });
  });

  it('takes one who is away while the meeting runs for gone', () => {
    const attendance = attendanceOf(joined('wei', at('08:45')), left('wei', at('10:00')));
    expect(presenceOf(running, attendance, 'wei', at('11:00'))).toMatchObject({ here: false, leftEarly: true });
  });

  it('leaves out a connection that is said to end before it began', () => {
    expect(presence(joined('wei', at('10:00')), left('wei', at('09:59')))).toMatchObject({ intervals: [] });
  });
});

describe('intervals', () => {
  const moment = fc
    .integer({ min: 0, max: 180 })
    .map((past) => new Date(Date.parse(at('09:00')) + past * 60_000).toISOString());
  const stays = fc.array(fc.tuple(moment, moment), { maxLength: 12 });

  it('stand in order, apart from each other, and cover what each connection covers', () => {
    fc.assert(
      fc.property(stays, moment, (pairs, instant) => {
        const attendance = attendanceOf(
          ...pairs.flatMap(([from, to], n) => [joined('wei', from, `s-${n}`), left('wei', to, `s-${n}`)]),
        );
        const intervals = intervalsOf(attendance, 'wei', at('13:00'));
        const edges = intervals.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to!)]);
        expect(edges).toEqual([...new Set(edges)].toSorted((a, b) => a - b));
        const time = Date.parse(instant);
        const covers = ([from, to]: readonly [string, string]) => Date.parse(from) <= time && time < Date.parse(to);
        const covered = intervals.some(({ from, to }) => covers([from, to!]));
        expect(covered).toBe(pairs.some(covers));
      }),
    );
  });

  it('tell how long and whether someone was there between two instants', () => {
    const intervals = [
      { from: at('09:00'), to: at('10:00') },
      { from: at('11:00'), to: null },
    ];
    expect(secondsWithin(intervals, at('09:30'), at('11:15'))).toBe(45 * 60);
    expect(isWithin(intervals, at('10:00'), at('10:30'))).toBe(false);
    expect(isWithin(intervals, at('09:59'), at('10:30'))).toBe(true);
    expect(isWithin(intervals, at('12:00'), at('12:00'))).toBe(true);
  });
});

describe('how many are present', () => {
  const many = given(...ready, delegation('bureau', { headId: 'wei' }), person('zhou'), personRemoved('zhou')).state;

  it('counts each attendee once, however they are there', () => {
    const attendance = attendanceOf(
      joined('liu'),
      joined('liu', undefined, 'another'),
      checkedIn('liu'),
      joined('wei'),
    );
    expect(countPresent(many, attendance)).toBe(2);
    expect(isPresent(attendance, 'liu')).toBe(true);
  });

  it('leaves out those who left or were removed', () => {
    const attendance = attendanceOf(
      joined('liu'),
      left('liu'),
      joined('zhou'),
      checkedIn('chen'),
      checkedOut('chen', at('02:00')),
    );
    expect(countPresent(many, attendance)).toBe(0);
  });

  it('adds delegations as counted, their head once', () => {
    expect(countPresent(many, attendanceOf(counted('bureau', 6), joined('wei'), joined('liu')))).toBe(7);
    expect(countPresent(many, attendanceOf(counted('bureau', 0), joined('wei'), joined('liu')))).toBe(2);
    expect(countPresent(many, attendanceOf(counted('bureau', 6, at('01:00')), counted('bureau', 4, at('02:00'))))).toBe(
      4,
    );
  });

  it('holds a delegation present by its count or by its head', () => {
    expect(isRosterIdPresent(many, attendanceOf(), 'bureau')).toBe(false);
    expect(isRosterIdPresent(many, attendanceOf(counted('bureau', 1)), 'bureau')).toBe(true);
    expect(isRosterIdPresent(many, attendanceOf(joined('wei')), 'bureau')).toBe(true);
    expect(isRosterIdPresent(many, attendanceOf(joined('zhou')), 'zhou')).toBe(false);
    expect(isRosterIdPresent(many, attendanceOf(), 'nobody')).toBe(false);
  });
});
