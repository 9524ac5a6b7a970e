import { describe, expect, it } from 'vitest';
import { agendaProgress } from './agenda-progress.ts';
import { at, SmallMeeting } from './derivations.fixture.ts';

const planned = () => new SmallMeeting().agenda({ a: 10, b: 20, c: 30 });

describe('The agenda against the clock', () => {
  it('plans each item after those before it', () => {
    const { items, plannedEnd, expectedEnd, minutesBehind } = agendaProgress(planned().view, at('08:30'));
    expect(items.map(({ plannedFrom, plannedTo }) => [plannedFrom, plannedTo])).toEqual([
      [at('09:00'), at('09:10')],
      [at('09:10'), at('09:30')],
      [at('09:30'), at('10:00')],
    ]);
    expect([plannedEnd, expectedEnd, minutesBehind]).toEqual([at('10:00'), at('10:00'), 0]);
    expect(items[0]).toMatchObject({
      actualFrom: null,
      actualTo: null,
      overrunSeconds: null,
      expectedFrom: at('09:00'),
    });
  });

  it('is behind by as much as the open item runs over and the meeting opened late', () => {
    const meeting = planned().until('09:05').opens();
    meeting.give('call-item', { itemId: 'a' });
    const onTime = agendaProgress(meeting.view, at('09:10'));
    expect([onTime.expectedEnd, onTime.minutesBehind]).toEqual([at('10:05'), 5]);
    const over = agendaProgress(meeting.view, at('09:20'));
    expect(over.minutesBehind).toBe(10);
    expect(over.items[0]).toMatchObject({
      status: 'open',
      overrunSeconds: 300,
      expectedFrom: null,
      expectedTo: at('09:20'),
    });
    expect(over.items[1]).toMatchObject({ expectedFrom: at('09:20'), expectedTo: at('09:40') });
  });

  it('is ahead where items took less than planned', () => {
    const meeting = planned().until('09:00').opens();
    meeting.give('call-item', { itemId: 'a' });
    meeting.until('09:04').give('conclude-item', { itemId: 'a' });
    const { items, minutesBehind } = agendaProgress(meeting.view, at('09:04'));
    expect(minutesBehind).toBe(-6);
    expect(items[0]).toMatchObject({
      actualFrom: at('09:00'),
      actualTo: at('09:04'),
      overrunSeconds: -360,
      expectedTo: null,
    });
  });

  it('expects nothing before a recess is to end', () => {
    const meeting = planned().until('09:00').opens();
    meeting.give('call-recess', { resumesAt: at('09:15') });
    expect(agendaProgress(meeting.view, at('09:05')).items[0]?.expectedFrom).toBe(at('09:15'));
    expect(agendaProgress(meeting.view, at('09:20')).items[0]?.expectedFrom).toBe(at('09:20'));
  });

  it('no longer waits for what was deferred, and adds up the sittings of what was taken twice', () => {
    const meeting = planned().until('09:00').opens();
    meeting.give('call-item', { itemId: 'a' });
    meeting.until('09:05').give('defer-item', { itemId: 'a' });
    expect(agendaProgress(meeting.view, at('09:05')).expectedEnd).toBe(at('09:55'));
    meeting.until('09:10').give('call-item', { itemId: 'a' });
    meeting.until('09:18').give('conclude-item', { itemId: 'a' });
    expect(agendaProgress(meeting.view, at('09:18')).items[0]?.overrunSeconds).toBe(180);
  });

  it('ends when the last item ended', () => {
    const meeting = planned().until('09:00').opens();
    for (const [itemId, time] of Object.entries({ a: '09:12', b: '09:30', c: '10:07' })) {
      meeting.give('call-item', { itemId });
      meeting.until(time).give('conclude-item', { itemId });
    }
    meeting.give('close-meeting');
    const { expectedEnd, minutesBehind } = agendaProgress(meeting.view, at('12:00'));
    expect([expectedEnd, minutesBehind]).toEqual([at('10:07'), 7]);
  });

  it('takes items without a plan as taking no time, and an empty agenda as over', () => {
    const { items, plannedEnd } = agendaProgress(new SmallMeeting().agenda({ a: null, b: 5 }).view, at('08:00'));
    expect(items[0]).toMatchObject({ plannedFrom: at('09:00'), plannedTo: at('09:00'), overrunSeconds: null });
    expect(plannedEnd).toBe(at('09:05'));
    expect(agendaProgress(new SmallMeeting().view, at('08:00')).items).toEqual([]);
  });
});
