import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPresent } from '@rostrum/events';
import { anyMeeting } from '../testing/any-meeting.ts';
import { at, SmallMeeting } from './derivations.fixture.ts';
import { presenceCurve } from './presence-curve.ts';
import { namesInOrder, presenceOver, presentNames } from './presence.ts';

describe('The roster with presence', () => {
  it('stands in order of precedence, equals as they were added, the removed left out', () => {
    const meeting = new SmallMeeting();
    meeting.give('add-delegation', { delegationId: 'body', name: 'A body', unit: 'House', precedence: 2 });
    meeting.give('remove-attendee', { attendeeId: 'cai' });
    expect(namesInOrder(meeting.view.meeting).map(({ name }) => name)).toEqual(['ann', 'bo', 'A body', 'cai']);
    expect(presentNames(meeting.view, meeting.now).map(({ name }) => name)).toEqual(['ann', 'bo', 'A body']);
  });

  it('tells who is here and since when, and what office they hold', () => {
    const meeting = new SmallMeeting().joins('ann').wait(60).joins('bo').wait(60).leaves('bo');
    const [ann, bo] = presentNames(meeting.view, meeting.now);
    expect(ann).toMatchObject({ here: true, since: at('08:00'), offices: ['chair'], venue: 'Main hall' });
    expect(bo).toMatchObject({ here: false, since: null, offices: [] });
    expect(presenceOver(meeting.view, 'bo', meeting.now).intervals).toHaveLength(1);
  });

  it('tells of a delegation how many were counted, and who leads it', () => {
    const meeting = new SmallMeeting().agenda({ a: 5 });
    meeting.give('add-delegation', { delegationId: 'led', name: 'Led', unit: 'House', expected: 4, headId: 'cai' });
    meeting.give('add-delegation', { delegationId: 'named', name: 'Named', unit: 'House', headName: 'Dou' });
    meeting.give('convene-meeting');
    meeting.give('count-delegation', { delegationId: 'led', count: 3 });
    const [led, named] = presentNames(meeting.view, meeting.now).slice(3);
    expect(led).toMatchObject({ here: true, counted: 3, expected: 4, head: 'cai' });
    expect(named).toMatchObject({ here: false, counted: null, expected: null, head: 'Dou' });
  });
});

describe('The curve of presence', () => {
  it('steps at every coming and going, once an instant', () => {
    const meeting = new SmallMeeting()
      .joins('ann')
      .joins('bo')
      .wait(60)
      .leaves('ann')
      .joins('cai')
      .wait(60)
      .leaves('bo');
    expect(presenceCurve(meeting.view.meeting, meeting.view.attendance, meeting.now)).toEqual([
      { at: at('08:00'), present: 2 },
      { at: at('08:02'), present: 1 },
    ]);
  });

  it('counts the head of a delegation that was counted once', () => {
    const meeting = new SmallMeeting().agenda({ a: 5 });
    meeting.give('add-delegation', { delegationId: 'body', name: 'A body', unit: 'House', headId: 'cai' });
    meeting.give('convene-meeting');
    meeting.joins('cai').wait(60).give('count-delegation', { delegationId: 'body', count: 4 });
    meeting.wait(60).give('count-delegation', { delegationId: 'body', count: 0 });
    const curve = presenceCurve(meeting.view.meeting, meeting.view.attendance, meeting.now);
    expect(curve.map(({ present }) => present)).toEqual([1, 4, 1]);
  });

  it('ends at the number that counts for the quorum', () => {
    fc.assert(
      fc.property(anyMeeting(), ({ view, now }) => {
        const last = presenceCurve(view.meeting, view.attendance, now).at(-1)?.present ?? 0;
        expect(last).toBe(countPresent(view.meeting, view.attendance));
      }),
      { numRuns: 60 },
    );
  });
});
