import { describe, expect, it } from 'vitest';
import { attendancePerItem } from './attendance-per-item.ts';
import { at, SmallMeeting } from './derivations.fixture.ts';

/** Ann is there all the time; Bo comes late to the first item and leaves in the second; Cai is cut off in the first. */
function held(): SmallMeeting {
  const meeting = new SmallMeeting().agenda({ a: 10, b: 10, c: 10 });
  meeting.give('add-delegation', { delegationId: 'body', name: 'A body', unit: 'House / West', expected: 4 });
  meeting.until('08:55').joins('ann').joins('cai').until('09:00').opens();
  meeting.give('call-item', { itemId: 'a' });
  meeting.until('09:02').leaves('cai').until('09:04').joins('bo').joins('cai', 'cai-2');
  meeting.until('09:10').give('conclude-item', { itemId: 'a' });
  meeting.give('call-item', { itemId: 'b' });
  meeting.until('09:12').give('count-delegation', { delegationId: 'body', count: 3 });
  meeting.until('09:15').leaves('bo').until('09:20').give('conclude-item', { itemId: 'b' });
  meeting.give('close-meeting');
  return meeting;
}

const row = (name: string) => attendancePerItem(held().view, at('09:20')).rows.find((found) => found.name === name);

describe('Attendance per item', () => {
  it('has the items taken as columns and the names in order of precedence as rows', () => {
    const { items, rows } = attendancePerItem(held().view, at('09:20'));
    expect(items.map(({ itemId }) => itemId)).toEqual(['a', 'b']);
    expect(rows.map(({ name }) => name)).toEqual(['ann', 'bo', 'cai', 'A body']);
  });

  it('tells who was there from beginning to end', () => {
    expect(row('ann')?.items).toEqual([
      { itemId: 'a', present: true, late: false, leftEarly: false, seconds: 600, gaps: [] },
      { itemId: 'b', present: true, late: false, leftEarly: false, seconds: 600, gaps: [] },
    ]);
  });

  it('tells who came late and who left early', () => {
    expect(row('bo')).toMatchObject({
      presence: { status: 'present', arrivedLate: true, leftEarly: true, seconds: 660 },
      items: [
        { late: true, leftEarly: false, seconds: 360 },
        { late: false, leftEarly: true, seconds: 300 },
      ],
    });
  });

  it('tells the gaps between', () => {
    expect(row('cai')?.items[0]).toEqual({
      itemId: 'a',
      present: true,
      late: false,
      leftEarly: false,
      seconds: 480,
      gaps: [{ from: at('09:02'), to: at('09:04') }],
    });
    expect(row('cai')?.items[1]?.gaps).toEqual([]);
  });

  it('counts a delegation where somebody of it was there by the end of the item', () => {
    expect(row('A body')).toMatchObject({ presence: null, counted: 3, expected: 4 });
    expect(row('A body')?.items.map(({ present }) => present)).toEqual([false, true]);
  });

  it('knows nothing of what came after the instant asked for', () => {
    const { rows } = attendancePerItem(held().view, at('09:03'));
    expect(rows.find(({ name }) => name === 'bo')?.items[0]?.present).toBe(false);
    expect(rows.find(({ name }) => name === 'A body')?.counted).toBeNull();
    const cai = rows.find(({ name }) => name === 'cai')!.items[0]!;
    expect([cai.leftEarly, cai.seconds]).toEqual([true, 120]);
  });

  it('lists who was removed from the roster where they had come', () => {
    const meeting = held();
    const before = new SmallMeeting();
    before.give('remove-attendee', { attendeeId: 'bo' });
    expect(attendancePerItem(before.view, before.now).rows.map(({ name }) => name)).toEqual(['ann', 'cai']);
    const roster = meeting.view.meeting.roster;
    const attendees = roster.attendees.change('bo', (bo) => ({ ...bo, removed: true }));
    const view = { ...meeting.view, meeting: { ...meeting.view.meeting, roster: { ...roster, attendees } } };
    expect(attendancePerItem(view, at('09:20')).rows.map(({ name }) => name)).toContain('bo');
  });
});
