import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMeeting } from '../testing/any-meeting.ts';
import { heldConference } from '../testing/conference.ts';
import { at, SmallMeeting } from './derivations.fixture.ts';
import { storyOf } from './story.ts';

describe('The story of a meeting', () => {
  it('is short before it opens', () => {
    const { view, now } = new SmallMeeting().agenda({ a: 10, b: null });
    expect(storyOf(view, now)).toMatchObject({
      openedAt: null,
      seconds: null,
      most: null,
      chairs: [{ name: 'ann', from: null }],
      items: { taken: 0, all: 2 },
      speeches: { count: 0, speakers: 0, seconds: 0 },
      outcomes: [],
    });
  });

  it('tells who chaired from when, how long it lasted without its recess, and what was taken', () => {
    const meeting = new SmallMeeting().agenda({ a: 10, b: 10, c: 10 }).until('09:00').opens();
    meeting.give('call-item', { itemId: 'a' });
    meeting.speaks('ann', 60).speaks('bo', 120);
    meeting.give('conclude-item', { itemId: 'a' });
    meeting.give('withdraw-item', { itemId: 'c', reason: 'Not ready' });
    meeting.until('09:10').give('call-recess', {});
    meeting.until('09:20').give('resume-meeting', {});
    meeting.give('hand-over-chair', { to: 'bo', reason: 'Called away' });
    meeting.until('09:30').give('close-meeting', {});
    expect(storyOf(meeting.view, at('11:00'))).toMatchObject({
      openedAt: at('09:00'),
      closedAt: at('09:30'),
      seconds: 20 * 60,
      recesses: 1,
      chairs: [
        { name: 'ann', from: at('09:00') },
        { name: 'bo', from: at('09:20') },
      ],
      items: { taken: 1, all: 2 },
      speeches: { count: 2, speakers: 2, seconds: 180 },
    });
  });

  it('tells the most who were there while it was open, and from when on', () => {
    const meeting = new SmallMeeting().agenda({ a: 10 }).until('08:30').joins('ann').joins('bo');
    meeting.until('08:40').leaves('bo').until('09:00').opens();
    meeting.until('09:05').joins('bo', 'again').joins('cai', 'late').until('09:15').leaves('cai', 'late');
    meeting.until('09:30').give('close-meeting', {});
    expect(storyOf(meeting.view, meeting.now).most).toEqual({ at: at('09:05'), present: 3 });
  });

  it('of the conference tells what came of it in the order of time, and nothing that was only prepared', () => {
    const { view, now } = heldConference();
    const { outcomes } = storyOf(view, now);
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(
      new Set(['commendation', 'statement', 'directive', 'decision']),
    );
    const conferred = view.meeting.commendations.conferred;
    expect(outcomes.filter(({ kind }) => kind === 'commendation').map(({ about }) => about)).toEqual(conferred);
  });

  it('holds of any meeting: outcomes in order, never more taken or spoken than there was', () => {
    fc.assert(
      fc.property(anyMeeting(), ({ view, now }) => {
        const story = storyOf(view, now);
        const times = story.outcomes.map((outcome) => Date.parse(outcome.at));
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(story.speeches.speakers).toBeLessThanOrEqual(story.speeches.count);
        expect(story.seconds ?? 0).toBeGreaterThanOrEqual(0);
        expect(story.most?.present ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
