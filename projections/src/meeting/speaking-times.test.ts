import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMeeting } from '../testing/any-meeting.ts';
import { at, SmallMeeting } from './derivations.fixture.ts';
import { speakingTimes } from './speaking-times.ts';

function spoken(): SmallMeeting {
  const meeting = new SmallMeeting().agenda({ a: 10, b: 10 }).until('09:00').opens();
  meeting.give('call-item', { itemId: 'b' });
  meeting.speaks('ann', 60).speaks('bo', 120);
  meeting.give('conclude-item', { itemId: 'b' });
  meeting.give('call-item', { itemId: 'a' });
  meeting.speaks('cai', 30);
  meeting.give('give-floor', { speechId: 'running', speakerId: 'bo' });
  return meeting;
}

describe('Speaking times', () => {
  it('are told by speaker, the longest first, the speech under way counted in', () => {
    const { view, now } = spoken().wait(5);
    expect(speakingTimes(view, now).bySpeaker.map(({ name, speeches, seconds }) => [name, speeches, seconds])).toEqual([
      ['bo', 2, 125],
      ['ann', 1, 60],
      ['cai', 1, 30],
    ]);
  });

  it('are told by item, in the order in which the items were taken', () => {
    const { view, now } = spoken().wait(5);
    expect(speakingTimes(view, now).byItem.map(({ itemId, speeches, seconds }) => [itemId, speeches, seconds])).toEqual(
      [
        ['b', 2, 180],
        ['a', 2, 35],
      ],
    );
  });

  it('add up along the tree of units', () => {
    const { view, now } = spoken().wait(5);
    const [house] = speakingTimes(view, now).byUnit;
    expect(house).toMatchObject({ unit: 'House', name: 'House', ownSeconds: 60, seconds: 215, speeches: 4 });
    expect(house?.below).toMatchObject([
      {
        unit: 'House / East',
        name: 'East',
        ownSeconds: 125,
        seconds: 155,
        below: [{ unit: 'House / East / Annex', ownSeconds: 30, seconds: 30, below: [] }],
      },
    ]);
  });

  it('do not count pauses', () => {
    const meeting = spoken();
    meeting.wait(10).give('pause-floor', { speechId: 'running' });
    expect(speakingTimes(meeting.view, at('11:00')).bySpeaker[0]?.seconds).toBe(130);
  });

  it('give the same sum by speaker, by unit and by item', () => {
    fc.assert(
      fc.property(anyMeeting(), ({ view, now }) => {
        const { bySpeaker, byUnit, byItem, seconds } = speakingTimes(view, now);
        const sum = (times: readonly { readonly seconds: number }[]) =>
          times.reduce((all, time) => all + time.seconds, 0);
        expect([sum(bySpeaker), sum(byUnit), sum(byItem)]).toEqual([seconds, seconds, seconds]);
      }),
      { numRuns: 40 },
    );
  });
});
