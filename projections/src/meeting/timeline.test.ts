import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMeeting } from '../testing/any-meeting.ts';
import { heldConference } from '../testing/conference.ts';
import { at, SmallMeeting } from './derivations.fixture.ts';
import { timeline } from './timeline.ts';
import { initialView } from './view.ts';

describe('The timeline', () => {
  it('has a lane of everything that has a length', () => {
    const { view } = heldConference();
    const { items, speeches, recesses, votes, from, to } = timeline(view, view.at!);
    expect([from, to]).toEqual([at('01:00'), at('03:35')]);
    expect(items[1]).toMatchObject({
      itemId: 'report',
      planned: { from: at('01:05'), to: at('01:40') },
      sittings: [{ from: at('01:02'), to: at('01:29:30') }],
    });
    expect(speeches.map(({ name }) => name)).toEqual(['Liu Shiquan', 'Wei Yiyin', 'Yuan Jie']);
    expect(speeches[1]?.pauses).toEqual([{ from: at('01:13'), to: at('01:14:30'), questionerId: 'chen' }]);
    expect(recesses).toEqual([{ from: at('01:31:30'), to: at('01:41:30'), reason: 'Coffee' }]);
    expect(votes).toMatchObject([{ motionId: 'adopt', result: 'adopted', from: at('01:44'), to: at('01:44:30') }]);
  });

  it('marks every moment that matters, in order', () => {
    const { view } = heldConference();
    const marks = timeline(view, view.at!).marks;
    expect(marks.map(({ kind, about }) => `${kind} ${about}`)).toEqual([
      'opened conference',
      'announcement overall-plan',
      'handover chen',
      'conferral advanced',
      'statement duty',
      'motion adopt',
      'directive first',
      'directive second',
      'closed conference',
    ]);
  });

  it('leaves open what lasts', () => {
    const meeting = new SmallMeeting().agenda({ a: 10 }).until('09:00').joins('ann').opens();
    meeting.give('call-item', { itemId: 'a' });
    meeting.give('give-floor', { speakerId: 'ann' });
    const { items, speeches, presence } = timeline(meeting.view, at('09:30'));
    expect([items[0]?.sittings[0]?.to, speeches[0]?.to]).toEqual([null, null]);
    expect(presence).toEqual([{ at: at('09:00'), present: 1 }]);
  });

  it('holds all it draws between its ends', () => {
    fc.assert(
      fc.property(anyMeeting(), ({ view, now }) => {
        const { from, to, speeches, recesses, marks } = timeline(view, now);
        for (const instant of [
          ...speeches.map((speech) => speech.from),
          ...recesses.map((recess) => recess.from),
          ...marks.map((mark) => mark.at),
        ]) {
          expect(Date.parse(instant)).toBeGreaterThanOrEqual(Date.parse(from));
          expect(Date.parse(instant)).toBeLessThanOrEqual(Math.max(Date.parse(to), Date.parse(now)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('can be drawn of a meeting that is not yet scheduled', () => {
    expect(timeline(initialView, at('09:00'))).toMatchObject({
      from: at('09:00'),
      to: at('09:00'),
      items: [],
      marks: [],
    });
  });
});
