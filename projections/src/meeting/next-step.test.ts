import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMeeting } from '../testing/any-meeting.ts';
import { preparedConference } from '../testing/conference.ts';
import { organizer, Rehearsal } from '../testing/rehearsal.ts';
import { at, SmallMeeting } from './derivations.fixture.ts';
import { nextStep } from './next-step.ts';
import { initialView } from './view.ts';

const suggested = (meeting: Rehearsal) => {
  const step = nextStep(meeting.view, meeting.now);
  return step === null ? null : [step.reason, step.command, step.about];
};

/** Takes the suggestion, where it can be given as it stands. */
const follow = (meeting: Rehearsal) => {
  const step = nextStep(meeting.view, meeting.now)!;
  meeting.give(step.command!, step.data);
};

describe('The next step', () => {
  it('leads through the preparation', () => {
    const meeting = new SmallMeeting();
    expect(suggested(meeting)).toEqual(['no-item', 'add-item', null]);
    meeting.agenda({ a: 10 });
    expect(suggested(meeting)).toEqual(['ready-to-convene', 'convene-meeting', null]);
    meeting.give('convene-meeting');
    expect(suggested(meeting)).toEqual(['not-yet-time', null, null]);
    expect(suggested(meeting.until('09:00'))).toEqual(['ready-to-open', 'open-meeting', null]);
  });

  it('asks for a roster and a chair first', () => {
    const meeting = new Rehearsal('bare');
    const times = { timeZone: 'UTC', startsAt: at('09:00'), endsAt: at('10:00') };
    meeting.give('schedule-meeting', { meetingId: 'bare', title: 'Bare', organisation: 'CASIC', ...times });
    meeting.give('add-item', { itemId: 'a', title: 'A' });
    expect(suggested(meeting)).toEqual(['no-roster', 'import-roster', null]);
    meeting.give('add-attendee', { attendeeId: 'ann', name: 'Ann', unit: 'House' });
    expect(suggested(meeting)).toEqual(['no-chair', 'appoint-officer', null]);
    expect(nextStep(meeting.view, meeting.now)?.data).toEqual({ office: 'chair' });
  });

  it('waits for the quorum and says what is missing', () => {
    const meeting = new SmallMeeting().agenda({ a: 10 });
    meeting.give('revise-meeting', { quorum: 2 });
    meeting.give('convene-meeting');
    meeting.until('09:00').joins('ann');
    expect(nextStep(meeting.view, meeting.now)).toMatchObject({
      reason: 'quorum-short',
      command: null,
      facts: { present: 1, quorum: 2 },
    });
    expect(suggested(meeting.joins('bo'))?.[0]).toBe('ready-to-open');
  });

  it('goes from item to item, hears the presenters and those who wait, and closes', () => {
    const meeting = new SmallMeeting();
    meeting.give('add-item', { itemId: 'a', title: 'A', presenters: ['bo'] });
    meeting.until('09:00').opens();
    expect(suggested(meeting)).toEqual(['next-item', 'call-item', 'a']);
    follow(meeting);
    expect(suggested(meeting)).toEqual(['presenter-to-speak', 'give-floor', 'bo']);
    follow(meeting);
    const speechId = meeting.view.meeting.floor.speech!.speechId;
    expect(suggested(meeting)).toEqual(['speech-running', null, speechId]);
    meeting.give('request-floor', { requestId: 'hand', speakerId: 'cai' });
    meeting.give('yield-floor', { speechId });
    expect(suggested(meeting)).toEqual(['hand-up', 'give-floor', 'hand']);
    follow(meeting);
    meeting.give('yield-floor', { speechId: meeting.view.meeting.floor.speech!.speechId });
    expect(suggested(meeting)).toEqual(['item-done', 'conclude-item', 'a']);
    follow(meeting);
    expect(suggested(meeting)).toEqual(['agenda-done', 'close-meeting', null]);
    follow(meeting);
    expect(suggested(meeting)).toEqual(['minutes-to-sign', 'sign-minutes', null]);
  });

  it('minds the clock, the points of order and the pause of a speech', () => {
    const meeting = new SmallMeeting().agenda({ a: 10 }).until('09:00').opens();
    meeting.give('call-item', { itemId: 'a' });
    meeting.give('give-floor', { speechId: 'speech', speakerId: 'bo', limitSeconds: 60 });
    meeting.wait(61);
    expect(nextStep(meeting.view, meeting.now)).toMatchObject({
      reason: 'time-is-up',
      command: 'take-back-floor',
      facts: { overSeconds: 1 },
    });
    meeting.give('request-floor', { requestId: 'order', speakerId: 'cai', kind: 'point-of-order' });
    expect(suggested(meeting)).toEqual(['point-of-order', 'pause-floor', 'order']);
    follow(meeting);
    expect(suggested(meeting)).toEqual(['question-answered', 'resume-floor', 'speech']);
  });

  it('minds a vote until it can be closed', () => {
    const meeting = new SmallMeeting().agenda({ a: 10 }).until('09:00').joins('ann').opens();
    meeting.give('call-item', { itemId: 'a' });
    meeting.give('put-motion', { motionId: 'm', title: 'Motion', text: 'We agree.', moverId: 'ann' });
    expect(suggested(meeting)).toEqual(['motion-put', 'open-vote', 'm']);
    meeting.give('open-vote', { motionId: 'm', method: 'recorded', eligible: ['ann'] });
    expect(nextStep(meeting.view, meeting.now)).toMatchObject({
      reason: 'vote-running',
      facts: { cast: 0, eligible: 1 },
    });
    meeting.give('cast-vote', { motionId: 'm', voterId: 'ann', choice: 'for' }, organizer);
    expect(suggested(meeting)).toEqual(['all-have-voted', 'close-vote', 'm']);
  });

  it('offers what was prepared for the open item', () => {
    const meeting = preparedConference();
    meeting.give('open-meeting');
    const [offered] = [
      ['plan', 'document-to-announce', 'overall-plan'],
      ['honours', 'commendation-prepared', 'advanced'],
      ['statements', 'statement-drafted', 'duty'],
    ].map(([itemId, reason, about]) => {
      meeting.give('call-item', { itemId });
      expect(suggested(meeting)?.filter((_part, place) => place !== 1)).toEqual([reason, about]);
      meeting.give('conclude-item', { itemId });
      return about;
    });
    expect(offered).toBe('overall-plan');
  });

  it('hears those who present an item before those who ask, and a point of order before all', () => {
    const meeting = new SmallMeeting();
    meeting.give('add-item', { itemId: 'a', title: 'A', presenters: ['bo'] });
    meeting.until('09:00').opens();
    meeting.give('call-item', { itemId: 'a' });
    meeting.give('request-floor', { requestId: 'hand', speakerId: 'cai' });
    expect(suggested(meeting)).toEqual(['presenter-to-speak', 'give-floor', 'bo']);
    meeting.give('request-floor', { requestId: 'order', speakerId: 'ann', kind: 'point-of-order' });
    expect(suggested(meeting)).toEqual(['point-of-order', 'give-floor', 'order']);
  });

  it('asks for a motion under an item of decision, and only once', () => {
    const meeting = new SmallMeeting();
    meeting.give('add-item', { itemId: 'a', title: 'A', kind: 'decision' });
    meeting.until('09:00').joins('ann').opens();
    meeting.give('call-item', { itemId: 'a' });
    expect(suggested(meeting)).toEqual(['no-motion', 'put-motion', 'a']);
    meeting.give('put-motion', { motionId: 'm', title: 'M', text: 'We agree.', moverId: 'ann' });
    meeting.give('record-consent', { motionId: 'm' });
    expect(suggested(meeting)).toEqual(['item-done', 'conclude-item', 'a']);
  });

  it('waits for the signatures under a statement, and counts them', () => {
    const meeting = new SmallMeeting();
    meeting.give('add-item', { itemId: 'a', title: 'A', kind: 'statement' });
    const duty = { statementId: 'duty', title: 'Duty', subject: 'Duty', text: 'I answer.', issuerId: 'ann' };
    meeting.give('draft-statement', { ...duty, addressedTo: ['bo'] });
    meeting.until('09:00').opens();
    meeting.give('call-item', { itemId: 'a' });
    follow(meeting);
    expect(nextStep(meeting.view, meeting.now)).toMatchObject({
      reason: 'signatures-awaited',
      command: null,
      facts: { answered: 0, recipients: 1 },
    });
    const { sha256 } = meeting.view.meeting.statements.all.get('duty')!;
    meeting.give('sign-statement', { statementId: 'duty', recipientId: 'bo', sha256 }, meeting.attendee('bo'));
    expect(suggested(meeting)).toEqual(['item-done', 'conclude-item', 'a']);
  });

  it('takes the break of the agenda, once', () => {
    const meeting = new SmallMeeting();
    meeting.give('add-item', { itemId: 'a', title: 'Coffee', kind: 'break' });
    meeting.until('09:00').opens();
    meeting.give('call-item', { itemId: 'a' });
    expect(suggested(meeting)).toEqual(['break-begins', 'call-recess', 'a']);
    follow(meeting);
    expect(suggested(meeting)).toEqual(['recess-over', 'resume-meeting', null]);
    follow(meeting);
    expect(suggested(meeting)).toEqual(['item-done', 'conclude-item', 'a']);
  });

  it('ends a recess when its time has come', () => {
    const meeting = new SmallMeeting().agenda({ a: 10 }).until('09:00').opens();
    meeting.give('call-recess', { resumesAt: at('09:10') });
    expect(suggested(meeting)).toEqual(['in-recess', null, null]);
    expect(suggested(meeting.until('09:10'))).toEqual(['recess-over', 'resume-meeting', null]);
  });

  it('asks for nothing where there is nothing to do', () => {
    expect(nextStep(initialView, at('09:00'))).toBeNull();
    const meeting = new SmallMeeting().agenda({ a: 10 });
    meeting.give('cancel-meeting', { reason: 'Called off' });
    expect(suggested(meeting)).toBeNull();
  });

  it('never offers what is refused for the state of the meeting', () => {
    const choosable = new Set([
      'sign-minutes',
      'add-item',
      'appoint-officer',
      'import-roster',
      'confer-commendation',
      'issue-statement',
    ]);
    fc.assert(
      fc.property(anyMeeting(), (meeting) => {
        const step = nextStep(meeting.view, meeting.now);
        if (step === null || step.command === null || choosable.has(step.command)) return;
        const more = step.command === 'open-vote' ? { method: 'consent' } : {};
        expect(meeting.attempt(step.command, { ...step.data, ...more })).not.toHaveProperty('rejected');
      }),
      { numRuns: 80 },
    );
  });
});
