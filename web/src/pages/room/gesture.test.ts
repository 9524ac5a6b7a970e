import type { Actor } from '@rostrum/events';
import { describe, expect, it } from 'vitest';
import { convened, organizer, reporting, Staged } from '../../meeting/staged.fixture.ts';
import { gestureOf, presentsIn } from './gesture.ts';
import { mineOn } from './mine.ts';

const archivist: Actor = { kind: 'account', id: 'account-2', name: 'Archivist', roles: ['archivist'] };

const gesture = (staged: Staged, who: Actor | string) =>
  gestureOf(staged.view.meeting, typeof who === 'string' ? staged.attendee(who) : who);

/** Hands go up a second after each other. */
const askedBy = (staged: Staged, ...ids: readonly string[]) => {
  for (const id of ids) staged.wait(1).give('request-floor', { requestId: `of-${id}` }, staged.attendee(id));
  return staged;
};

const speechIdIn = (staged: Staged) => staged.view.meeting.floor.speech!.speechId;

const over = () => convened().give('open-meeting', {}).give('close-meeting', {});

describe('before the meeting', () => {
  it('there is nothing to do while it is a draft', () => {
    const draft = new Staged()
      .give('schedule-meeting', {
        meetingId: 'staged',
        title: 'Conference',
        organisation: 'CASIC',
        timeZone: 'UTC',
        startsAt: '2021-05-26T09:00:00Z',
        endsAt: '2021-05-26T10:00:00Z',
      })
      .give('add-attendee', { attendeeId: 'wei', name: 'Wei Yiyin', unit: 'CASIC' });
    expect(gesture(draft, 'wei')).toEqual({ is: 'preparing' });
  });

  it('the invitation is to be answered, and the answer is shown', () => {
    const staged = convened();
    expect(gesture(staged, 'wei')).toEqual({ is: 'answer', answer: 'none' });
    staged.give('answer-invitation', { attendeeId: 'wei', answer: 'declined' }, staged.attendee('wei'));
    expect(gesture(staged, 'wei')).toEqual({ is: 'answer', answer: 'declined' });
  });
});

describe('in session', () => {
  it('one may ask for the floor, whether an item is open or not', () => {
    expect(gesture(convened().give('open-meeting', {}), 'chen')).toEqual({ is: 'ask', presents: null });
    expect(gesture(reporting(), 'chen')).toEqual({ is: 'ask', presents: null });
  });

  it('whoever presents the open item is told so until they have spoken', () => {
    const staged = reporting();
    expect(gesture(staged, 'wei')).toEqual({ is: 'ask', presents: { itemId: 'report', when: 'now' } });
    staged.give('give-floor', { speechId: 'speech-1', speakerId: 'wei' }).give('yield-floor', { speechId: 'speech-1' });
    expect(gesture(staged, 'wei')).toEqual({ is: 'ask', presents: null });
  });

  it('whoever presents the next item is told beforehand, not those whose item comes later', () => {
    const staged = convened().give('open-meeting', {}).give('call-item', { itemId: 'opening' });
    expect(presentsIn(staged.view.meeting, mineOn(staged.view.meeting.roster, staged.attendee('wei')))).toEqual({
      itemId: 'report',
      when: 'next',
    });
    staged.give('move-item', { itemId: 'closing', beforeItemId: 'report' });
    expect(gesture(staged, 'wei')).toEqual({ is: 'ask', presents: null });
  });

  it('one waits at one’s place, and knows who comes right before', () => {
    const staged = askedBy(reporting(), 'liu', 'wei', 'chen');
    expect(gesture(staged, 'chen')).toMatchObject({ is: 'waiting', place: 3, before: 'wei' });
    expect(gesture(staged, 'liu')).toMatchObject({ is: 'waiting', place: 1, before: null });
  });

  it('the place follows the way the queue is worked', () => {
    const staged = askedBy(reporting(), 'liu', 'chen').give('set-queue-discipline', { discipline: 'precedence' });
    expect(gesture(staged, 'chen')).toMatchObject({ is: 'waiting', place: 1 });
    expect(gesture(staged, 'liu')).toMatchObject({ is: 'waiting', place: 2, before: 'chen' });
  });

  it('of several requests the first in the queue counts, also that of a delegation one heads', () => {
    const staged = askedBy(reporting(), 'wei').give(
      'request-floor',
      { requestId: 'order', speakerId: 'academy', kind: 'point-of-order' },
      organizer,
    );
    askedBy(staged, 'chen');
    expect(gesture(staged, 'chen')).toMatchObject({ is: 'waiting', place: 1, request: { requestId: 'order' } });
  });

  it('one has the floor, in one’s own name or that of one’s delegation', () => {
    const staged = reporting().give('give-floor', { speakerId: 'academy' });
    expect(gesture(staged, 'chen')).toMatchObject({ is: 'speaking', paused: false });
    expect(gesture(staged, 'wei')).toMatchObject({ is: 'ask' });
  });

  it('during an interposed question the speaker is paused and the questioner is heard', () => {
    const staged = reporting().give('give-floor', { speakerId: 'wei' });
    staged.give('pause-floor', { speechId: speechIdIn(staged), questionerId: 'liu' });
    expect(gesture(staged, 'wei')).toMatchObject({ is: 'speaking', paused: true });
    expect(gesture(staged, 'liu')).toMatchObject({ is: 'asking', speech: { speakerId: 'wei' } });
  });

  it('the floor goes before a vote, a vote before the place in the queue', () => {
    const staged = reporting().give('add-attendee', {
      attendeeId: 'zhou',
      name: 'Zhou',
      unit: 'CASIC',
      capacity: 'member',
    });
    askedBy(staged, 'zhou')
      .give('put-motion', { motionId: 'motion-1', title: 'Adoption', text: 'Adopted.', moverId: 'zhou' })
      .give('open-vote', { motionId: 'motion-1', method: 'recorded' });
    expect(gesture(staged, 'zhou')).toMatchObject({ is: 'vote', ballot: { motionId: 'motion-1', cast: null } });
    staged
      .give('check-in', { attendeeId: 'zhou' })
      .give('cast-vote', { motionId: 'motion-1', choice: 'for' }, staged.attendee('zhou'));
    expect(gesture(staged, 'zhou')).toMatchObject({ is: 'waiting', place: 1 });
  });

  it('an organizer is shown the desk, an archivist looks on, and so does whoever was removed', () => {
    const staged = reporting()
      .give('revise-item', { itemId: 'report', presenters: [] })
      .give('remove-attendee', { attendeeId: 'wei' });
    expect(gesture(staged, organizer)).toEqual({ is: 'desk' });
    expect(gesture(staged, archivist)).toEqual({ is: 'look-on' });
    expect(gesture(staged, 'wei')).toEqual({ is: 'look-on' });
    expect(gestureOf(staged.view.meeting, null)).toEqual({ is: 'look-on' });
  });
});

describe('between and after', () => {
  it('a recess says when it ends, and keeps one’s place', () => {
    const staged = askedBy(reporting(), 'liu', 'chen').give('call-recess', { resumesAt: '2021-05-26T02:00:00Z' });
    expect(gesture(staged, 'chen')).toEqual({ is: 'recess', resumesAt: '2021-05-26T02:00:00Z', place: 2 });
    expect(gesture(staged, 'wei')).toEqual({ is: 'recess', resumesAt: '2021-05-26T02:00:00Z', place: null });
  });

  it('after the closing everyone is led to the minutes, accounts too', () => {
    expect(gesture(over(), 'wei')).toEqual({ is: 'over', minutes: 'draft' });
    expect(gesture(over(), archivist)).toEqual({ is: 'over', minutes: 'draft' });
  });

  it('a cancelled meeting asks for nothing', () => {
    expect(gesture(convened().give('cancel-meeting', { reason: 'Moved' }), 'wei')).toEqual({ is: 'cancelled' });
  });
});
