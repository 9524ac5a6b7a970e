import { describe, expect, it } from 'vitest';
import type { CommandName } from '../../../api/command.ts';
import { convened, organizer, reporting } from '../../../meeting/staged.fixture.ts';
import type { Staged } from '../../../meeting/staged.fixture.ts';
import { verdictOn } from '../../../meeting/may.ts';
import { reverseOf } from './reverse-of.ts';

/** Does something; gives what takes it back, after the rules have said that they let it through. */
function takenBack(staged: Staged, type: string, command: CommandName, data: object) {
  const before = staged.view;
  staged.give(command, data);
  const at = new Date(staged.now).toISOString();
  const reverse = reverseOf({ type, data: { ...data, at } } as Parameters<typeof reverseOf>[0], before);
  const verdict = reverse && verdictOn(reverse.command, reverse.input, staged.standing(organizer));
  expect(verdict?.is ?? 'free').toBe('free');
  return reverse;
}

/** Does it, takes it back, and gives the meeting before and after. */
function thereAndBack(staged: Staged, type: string, command: CommandName, data: object) {
  const before = staged.view;
  const reverse = takenBack(staged, type, command, data);
  staged.give(reverse!.command, reverse!.input as object);
  return { before: before.meeting, after: staged.view.meeting };
}

describe('what takes back an act', () => {
  it('returns an item that was called by mistake, and reopens one that was concluded too early', () => {
    const called = thereAndBack(convened().give('open-meeting', {}), 'ItemCalled', 'call-item', { itemId: 'report' });
    expect(called.after.agenda.items.get('report')).toEqual(called.before.agenda.items.get('report'));
    expect(called.after.agenda.open).toBeNull();
    const concluded = thereAndBack(reporting(), 'ItemConcluded', 'conclude-item', { itemId: 'report' });
    expect(concluded.after.agenda.open).toBe('report');
    const deferred = thereAndBack(reporting(), 'ItemDeferred', 'defer-item', { itemId: 'report' });
    expect(deferred.after.agenda.open).toBe('report');
    expect(takenBack(reporting(), 'ItemDeferred', 'defer-item', { itemId: 'closing' })).toBeNull();
  });

  it('puts an item back where it stood', () => {
    const { before, after } = thereAndBack(reporting(), 'ItemMoved', 'move-item', {
      itemId: 'closing',
      beforeItemId: 'opening',
    });
    expect(after.agenda.order).toEqual(before.agenda.order);
  });

  it('gives the floor again for what was left of the time', () => {
    const speaking = reporting().give('give-floor', { speechId: 's', speakerId: 'wei', limitSeconds: 300 }).wait(100);
    expect(takenBack(speaking, 'FloorYielded', 'yield-floor', { speechId: 's' })).toEqual({
      command: 'give-floor',
      input: { speakerId: 'wei', kind: 'speech', limitSeconds: 200 },
      about: 'wei',
    });
    const over = reporting().give('give-floor', { speechId: 's', speakerId: 'wei', limitSeconds: 300 }).wait(900);
    expect(takenBack(over, 'FloorTakenBack', 'take-back-floor', { speechId: 's' })).toMatchObject({
      input: { limitSeconds: 5 },
    });
  });

  it('takes the floor back that was given, and goes on with the question that was ended', () => {
    const given = { speechId: 's', speakerId: 'wei' };
    expect(takenBack(reporting(), 'FloorGiven', 'give-floor', given)?.command).toBe('take-back-floor');
    const paused = reporting().give('give-floor', given).give('pause-floor', { speechId: 's', questionerId: 'chen' });
    expect(takenBack(paused, 'FloorResumed', 'resume-floor', { speechId: 's' })).toMatchObject({
      command: 'pause-floor',
      input: { speechId: 's', questionerId: 'chen' },
    });
  });

  it('raises the hand again that was dismissed, with its note', () => {
    const asked = { requestId: 'hand', speakerId: 'chen', kind: 'question', note: 'On the pipes' };
    const { after } = thereAndBack(
      reporting().give('request-floor', asked),
      'FloorRequestDismissed',
      'dismiss-request',
      {
        requestId: 'hand',
      },
    );
    expect(after.floor.requests).toMatchObject([{ speakerId: 'chen', kind: 'question', note: 'On the pipes' }]);
  });

  it('sets back how the queue is worked, a budget, and the points of a speech', () => {
    const queue = thereAndBack(reporting(), 'QueueDisciplineSet', 'set-queue-discipline', { discipline: 'chair' });
    expect(queue.after.floor.discipline).toBe('first-come');
    const budget = thereAndBack(reporting(), 'UnitBudgetSet', 'set-unit-budget', { unit: 'CASIC', limitSeconds: 600 });
    expect(budget.after.floor.unitBudgets).toEqual({});
    const speaking = reporting()
      .give('give-floor', { speechId: 's', speakerId: 'wei' })
      .give('summarize-speech', { speechId: 's', points: ['One'] });
    const points = thereAndBack(speaking, 'SpeechSummarized', 'summarize-speech', { speechId: 's', points: [] });
    expect(points.after.floor.speech?.points).toEqual(['One']);
  });

  it('ends a recess, and goes back into it', () => {
    const open = reporting();
    expect(takenBack(open, 'RecessCalled', 'call-recess', { reason: 'Coffee' })?.command).toBe('resume-meeting');
    expect(takenBack(open, 'MeetingResumed', 'resume-meeting', {})).toMatchObject({
      command: 'call-recess',
      input: { reason: 'Coffee' },
    });
  });

  it('checks in and out, and counts as before', () => {
    const there = thereAndBack(reporting(), 'CheckedIn', 'check-in', { attendeeId: 'chen' });
    expect(there.after).toBe(there.before);
    const counted = reporting().give('count-delegation', { delegationId: 'academy', count: 4 }).wait(5);
    const again = takenBack(counted, 'DelegationCounted', 'count-delegation', { delegationId: 'academy', count: 5 });
    expect(again).toMatchObject({ input: { delegationId: 'academy', count: 4 } });
  });

  it('is nothing where the act is meant to stand', () => {
    const { view } = reporting();
    for (const type of ['MeetingOpened', 'MeetingClosed', 'FloorExtended', 'constructor'] as const)
      expect(reverseOf({ type, data: {} } as Parameters<typeof reverseOf>[0], view)).toBeNull();
  });
});
