import { describe, expect, it } from 'vitest';
import { Staged } from '../../meeting/staged.fixture.ts';
import { doorOf, isHere, listed } from './door.ts';

/** A council in two halls, with a delegation. */
function convened(): Staged {
  const meeting = new Staged()
    .give('schedule-meeting', {
      meetingId: 'staged',
      title: 'Sitting of the Council',
      organisation: 'The City',
      timeZone: 'Asia/Shanghai',
      startsAt: '2021-05-26T02:00:00Z',
      endsAt: '2021-05-26T04:00:00Z',
    })
    .give('add-venue', { venueId: 'main', name: 'Great hall', main: true })
    .give('add-venue', { venueId: 'branch', name: 'Branch hall' });
  for (const [attendeeId, name, venueId] of [
    ['liu', '刘石泉', 'main'],
    ['ben', 'Ben Müller', 'main'],
    ['cao', 'Cao', 'branch'],
    ['dee', 'Dee', null],
  ] as const) {
    meeting.give('add-attendee', { attendeeId, name, unit: `City / ${name} office`, capacity: 'member', venueId });
  }
  return meeting
    .give('add-delegation', { delegationId: 'academy', name: 'Academy', unit: 'City', expected: 24, headId: 'ben' })
    .give('add-item', { itemId: 'opening', kind: 'opening', title: 'Opening' })
    .give('appoint-officer', { office: 'chair', attendeeId: 'liu' })
    .give('convene-meeting', {});
}

const door = ({ view }: Staged, venueId: string | null = 'main') => doorOf(view, venueId);
const counts = (meeting: Staged, venueId?: string) => {
  const { present, missing, expected } = door(meeting, venueId);
  return { present, missing, expected };
};
const none = new Set<string>();

describe('the door of a venue', () => {
  it('expects those whose venue it is, and misses those who have not come', () => {
    const meeting = convened();
    expect(counts(meeting)).toEqual({ present: 0, missing: 2, expected: 2 });
    meeting.give('check-in', { attendeeId: 'liu', venueId: 'main' });
    expect(counts(meeting)).toEqual({ present: 1, missing: 1, expected: 2 });
    meeting.give('check-in', { attendeeId: 'cao', venueId: 'main' });
    expect(counts(meeting)).toEqual({ present: 2, missing: 1, expected: 2 });
    meeting.give('check-out', { attendeeId: 'liu' });
    expect(counts(meeting)).toEqual({ present: 1, missing: 2, expected: 2 });
    expect(counts(meeting, 'branch')).toEqual({ present: 0, missing: 1, expected: 1 });
  });

  it('waits for nobody who is excused or has declined', () => {
    const meeting = convened()
      .give('excuse-attendee', { attendeeId: 'liu', reason: 'Ill' })
      .give('answer-invitation', { attendeeId: 'ben', answer: 'declined' });
    expect(counts(meeting)).toEqual({ present: 0, missing: 0, expected: 0 });
    expect(door(meeting).guests.get('liu')?.away).toBe('excused');
    meeting.give('check-in', { attendeeId: 'liu', venueId: 'main' });
    expect(counts(meeting).present).toBe(1);
  });

  it('expects everyone where nobody was given a venue', () => {
    const meeting = new Staged()
      .give('schedule-meeting', {
        meetingId: 'staged',
        title: 'Sitting',
        organisation: 'The City',
        timeZone: 'UTC',
        startsAt: '2021-05-26T02:00:00Z',
        endsAt: '2021-05-26T04:00:00Z',
      })
      .give('add-attendee', { attendeeId: 'ada', name: 'Ada', unit: 'City', capacity: 'member' });
    expect(counts(meeting, 'main')).toEqual({ present: 0, missing: 1, expected: 1 });
  });

  it('knows a delegation with its head and its count', () => {
    const meeting = convened();
    expect(door(meeting).bodies.get('academy')).toMatchObject({ head: 'Ben Müller', expected: 24, counted: null });
    meeting.give('count-delegation', { delegationId: 'academy', count: 22 });
    expect(door(meeting).bodies.get('academy')?.counted).toBe(22);
  });
});

describe('the list at the door', () => {
  const list = (meeting: Staged, of: Partial<Parameters<typeof listed>[2]>) =>
    listed(door(meeting), 'main', { list: 'missing', typed: '', kept: none, ...of });

  it('is of the missing, of those who are there, or of everyone', () => {
    const meeting = convened().give('check-in', { attendeeId: 'liu', venueId: 'main' });
    expect(list(meeting, {})).toEqual(['ben']);
    expect(list(meeting, { list: 'present' })).toEqual(['liu']);
    expect(list(meeting, { list: 'all' })).toEqual(['liu', 'ben', 'cao', 'dee']);
    expect(isHere(door(meeting).guests.get('liu')!, 'main')).toBe(true);
    expect(isHere(door(meeting).guests.get('liu')!, 'branch')).toBe(false);
  });

  it('keeps those who were just dealt with where they are', () => {
    const meeting = convened().give('check-in', { attendeeId: 'liu', venueId: 'main' });
    expect(list(meeting, { kept: new Set(['liu']) })).toEqual(['liu', 'ben']);
  });

  it('finds whoever is meant by name, unit or initials, wherever they are expected', () => {
    const meeting = convened();
    expect(list(meeting, { typed: 'lsq' })).toEqual(['liu']);
    expect(list(meeting, { typed: '石泉' })).toEqual(['liu']);
    expect(list(meeting, { typed: 'muller' })).toEqual(['ben']);
    expect(list(meeting, { typed: 'cao office' })).toEqual(['cao']);
    expect(list(meeting, { typed: 'nobody' })).toEqual([]);
  });
});
