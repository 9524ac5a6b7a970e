import { describe, expect, it } from 'vitest';
import { room as english } from '../../i18n/en/room.ts';
import { translatorOf } from '../../i18n/words.ts';
import { room as chinese } from '../../i18n/zh-CN/room.ts';
import { convened, reporting } from '../../meeting/staged.fixture.ts';
import type { Staged } from '../../meeting/staged.fixture.ts';
import { announcement, titleSign } from './announcements.ts';
import type { Moment } from './announcements.ts';
import { gestureOf } from './gesture.ts';
import { placeInWords } from './place-words.ts';

const r = translatorOf<typeof english>('en', english);
const zh = translatorOf<typeof english>('zh-CN', chinese);

const momentFor = (staged: Staged, id: string, more: Partial<Moment> = {}): Moment => ({
  status: staged.view.meeting.lifecycle.status,
  gesture: gestureOf(staged.view.meeting, staged.attendee(id)),
  toSign: 0,
  commended: 0,
  ...more,
});

/** What a person hears when something happens. */
function heardBy(id: string, staged: Staged, happens: (staged: Staged) => unknown): string {
  const before = momentFor(staged, id);
  happens(staged.wait(1));
  return announcement(before, momentFor(staged, id), r);
}

const asking = (staged: Staged, id: string) =>
  staged.give('request-floor', { requestId: `of-${id}` }, staged.attendee(id));

describe('a place in the queue', () => {
  it('is told in words up to the tenth, and as a number beyond', () => {
    expect([1, 2, 3, 10, 11, 42].map((place) => placeInWords(r, place))).toEqual([
      'You are next',
      'You are second',
      'You are third',
      'You are tenth',
      'You are number 11',
      'You are number 42',
    ]);
    expect([1, 3, 11].map((place) => placeInWords(zh, place))).toEqual([
      '下一位是您',
      '您排在第三位',
      '您排在第 11 位',
    ]);
  });
});

describe('what is said aloud', () => {
  it('is one’s place as it changes, and that one is next', () => {
    const staged = reporting();
    asking(staged, 'liu');
    expect(heardBy('chen', staged, () => asking(staged, 'chen'))).toBe('You are second');
    expect(heardBy('chen', staged, () => staged.give('withdraw-request', { requestId: 'of-liu' }))).toBe(
      'You are next',
    );
    expect(heardBy('chen', staged, () => staged.give('dismiss-request', { requestId: 'of-chen' }))).toBe(
      'You are no longer waiting for the floor.',
    );
  });

  it('is that one has the floor, is paused, goes on and has finished', () => {
    const staged = reporting();
    const speech = { speechId: 'speech-1' };
    expect(
      heardBy('wei', staged, () => staged.give('give-floor', { ...speech, speakerId: 'wei', limitSeconds: 300 })),
    ).toBe('You have the floor.');
    expect(heardBy('wei', staged, () => staged.give('pause-floor', { ...speech, questionerId: 'liu' }))).toBe(
      'Your speech is paused for a question.',
    );
    expect(heardBy('wei', staged, () => staged.give('resume-floor', speech))).toBe('Please go on. You have the floor.');
    expect(heardBy('wei', staged, () => staged.give('extend-floor', { ...speech, limitSeconds: 600 }))).toBe('');
    expect(heardBy('wei', staged, () => staged.give('take-back-floor', speech))).toBe('Your speech is over.');
  });

  it('is that one’s question is heard', () => {
    const staged = reporting().give('give-floor', { speechId: 'speech-1', speakerId: 'wei' });
    expect(
      heardBy('liu', staged, () => staged.give('pause-floor', { speechId: 'speech-1', questionerId: 'liu' })),
    ).toBe('You are heard with your question.');
  });

  it('is how the meeting goes', () => {
    const staged = convened();
    expect(heardBy('wei', staged, () => staged.give('open-meeting', {}))).toBe('The meeting is open.');
    expect(heardBy('wei', staged, () => staged.give('call-recess', {}))).toBe('The meeting is in recess.');
    expect(heardBy('wei', staged, () => staged.give('resume-meeting', {}))).toBe('The meeting goes on.');
    expect(heardBy('wei', staged, () => staged.give('close-meeting', {}))).toBe('The meeting is closed.');
  });

  it('is a statement or a commendation that concerns one', () => {
    const now = momentFor(reporting(), 'wei');
    expect(announcement(now, { ...now, toSign: 1 }, r)).toBe('A statement has been issued to you.');
    expect(announcement({ ...now, toSign: 1 }, now, r)).toBe('');
    expect(announcement(now, { ...now, commended: 1 }, r)).toBe('A commendation has been conferred on you.');
  });

  it('is nothing where only others are concerned', () => {
    const staged = reporting();
    expect(heardBy('chen', staged, () => staged.give('give-floor', { speakerId: 'wei' }))).toBe('');
    expect(heardBy('chen', staged, () => asking(staged, 'liu'))).toBe('');
  });
});

describe('the title of the tab', () => {
  it('says that one is next or has the floor, and nothing while one waits further back', () => {
    const staged = reporting();
    asking(staged, 'liu');
    asking(staged.wait(1), 'chen');
    expect(titleSign(momentFor(staged, 'liu'), r)).toBe('You are next');
    expect(titleSign(momentFor(staged, 'chen'), r)).toBeNull();
    staged.give('give-floor', { speakerId: 'liu', requestId: undefined });
    expect(titleSign(momentFor(staged, 'liu'), r)).toBe('You have the floor');
    expect(titleSign(momentFor(staged, 'chen'), r)).toBe('You are next');
  });
});
