import { describe, expect, it } from 'vitest';
import { Staged } from '../../meeting/staged.fixture.ts';
import { honourAt, RECIPIENTS, recipientsOn } from './honours.ts';
import { isQuiet, nextItem, nextSpeakers, numberOf, sceneOf, signedOf, votedOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { sizeOf } from './size.ts';
import { voicesFor } from './words.tsx';

const honour = (commendationId: string, recipients = 1) => ({
  commendationId,
  category: 'collective',
  award: `Award ${commendationId}`,
  recipients: Array.from({ length: recipients }, (_, place) => ({ name: `Recipient ${place + 1}`, unit: 'Works' })),
});

/** A council of three that was convened. */
function convened(): Staged {
  const meeting = new Staged()
    .give('schedule-meeting', {
      meetingId: 'staged',
      title: 'Sitting of the Council',
      organisation: 'The City',
      timeZone: 'Europe/Zurich',
      startsAt: '2021-05-26T02:00:00Z',
      endsAt: '2021-05-26T04:00:00Z',
    })
    .give('add-item', { itemId: 'opening', kind: 'opening', title: 'Opening' })
    .give('add-item', { itemId: 'report', kind: 'report', title: 'Report' })
    .give('add-item', { itemId: 'pledge', kind: 'statement', title: 'Pledge' })
    .give('add-item', { itemId: 'honours', kind: 'commendation', title: 'Honours' })
    .give('add-item', { itemId: 'news', kind: 'announcement', title: 'News' });
  for (const attendeeId of ['ada', 'ben', 'cao']) {
    meeting.give('add-attendee', { attendeeId, name: attendeeId, unit: 'Council', capacity: 'member' });
  }
  return meeting.give('appoint-officer', { office: 'chair', attendeeId: 'ada' }).give('convene-meeting', {});
}

const open = () => convened().give('open-meeting', {});
const is = ({ view, now }: Staged): Scene['is'] => sceneOf(view.meeting, now).is;

describe('what a screen shows', () => {
  it('is the beginning, then that items are called, then the item', () => {
    const meeting = convened();
    expect(is(meeting)).toBe('before');
    expect(is(meeting.give('open-meeting', {}))).toBe('between');
    expect(is(meeting.give('call-item', { itemId: 'report' }))).toBe('item');
  });

  it('is who speaks, and who asks them', () => {
    const meeting = open()
      .give('call-item', { itemId: 'report' })
      .give('give-floor', { speakerId: 'ben', speechId: 's1' });
    expect(sceneOf(meeting.view.meeting, meeting.now)).toMatchObject({ is: 'speech', asking: null });
    meeting.give('pause-floor', { speechId: 's1', questionerId: 'cao' });
    expect(sceneOf(meeting.view.meeting, meeting.now)).toMatchObject({ is: 'speech', asking: { name: 'cao' } });
    expect(is(meeting.give('resume-floor', { speechId: 's1' }).give('yield-floor', { speechId: 's1' }))).toBe('item');
  });

  it('is a vote with how many have voted and never how, then its result for a while', () => {
    const meeting = open()
      .give('call-item', { itemId: 'report' })
      .give('put-motion', { motionId: 'm1', title: 'Pipes', text: 'New pipes.', moverId: 'ben' })
      .give('add-venue', { venueId: 'main', name: 'Hall', main: true })
      .give('check-in', { attendeeId: 'ben' })
      .give('open-vote', { motionId: 'm1', method: 'recorded', majority: 'simple', eligible: ['ben', 'cao'] })
      .give('cast-vote', { motionId: 'm1', voterId: 'ben', choice: 'against' });
    const vote = sceneOf(meeting.view.meeting, meeting.now);
    expect(vote.is === 'vote' && votedOf(vote.vote)).toEqual({ voted: 1, all: 2 });
    meeting.give('close-vote', { motionId: 'm1' });
    expect(sceneOf(meeting.view.meeting, meeting.now)).toMatchObject({ is: 'result', closing: { result: 'rejected' } });
    expect(is(meeting.wait(29))).toBe('result');
    expect(is(meeting.wait(1))).toBe('item');
  });

  it('is the recess with its end, and the end itself', () => {
    const meeting = open().give('call-recess', { reason: 'Coffee', resumesAt: '2021-05-26T03:00:00Z' });
    expect(sceneOf(meeting.view.meeting, meeting.now)).toMatchObject({
      is: 'recess',
      reason: 'Coffee',
      resumesAt: '2021-05-26T03:00:00Z',
    });
    expect(is(meeting.give('resume-meeting', {}).give('close-meeting', {}))).toBe('closed');
    const given = convened().give('cancel-meeting', { reason: 'Snow' });
    expect(sceneOf(given.view.meeting, given.now)).toMatchObject({ is: 'cancelled', because: 'Snow' });
  });

  it('is a statement while it is signed, not while it is drafted', () => {
    const meeting = open()
      .give('draft-statement', {
        statementId: 'p1',
        title: 'Pledge',
        subject: 'Water',
        text: 'I answer for it.',
        issuerId: 'ada',
        addressedTo: ['ben', 'cao'],
      })
      .give('call-item', { itemId: 'pledge' });
    expect(is(meeting)).toBe('item');
    meeting.give('issue-statement', { statementId: 'p1' });
    const scene = sceneOf(meeting.view.meeting, meeting.now);
    expect(scene.is === 'signing' && signedOf(scene.statement)).toEqual({ signed: 0, all: 2 });
  });

  it('is quiet where a new beginning of the page disturbs nobody', () => {
    const meeting = open().give('call-item', { itemId: 'report' });
    expect(isQuiet(sceneOf(meeting.view.meeting, meeting.now))).toBe(true);
    meeting.give('give-floor', { speakerId: 'ben', speechId: 's1' });
    expect(isQuiet(sceneOf(meeting.view.meeting, meeting.now))).toBe(false);
  });
});

describe('commendations', () => {
  const honours = () =>
    open()
      .give('prepare-commendation', honour('one'))
      .give('prepare-commendation', honour('two', 19))
      .give('prepare-commendation', honour('three'))
      .give('call-item', { itemId: 'honours' });
  const confer = (meeting: Staged, commendationId: string) =>
    meeting.give('confer-commendation', { commendationId, presenterId: 'ada' });
  const shown = ({ view, now }: Staged) => {
    const it = honourAt(view.meeting, now);
    return it && `${it.commendation.commendationId} ${it.page + 1}/${it.pages}${it.held ? ' held' : ''}`;
  };

  it('are not shown before they are conferred', () => {
    const meeting = honours();
    expect(is(meeting)).toBe('item');
    expect(shown(meeting)).toBeNull();
  });

  it('stay for a while, and then as long as their item is on and nothing else is', () => {
    const meeting = confer(honours(), 'one');
    expect(shown(meeting.wait(19))).toBe('one 1/1');
    expect(shown(meeting.wait(1))).toBe('one 1/1 held');
    expect(is(meeting)).toBe('honour');
    meeting.give('give-floor', { speakerId: 'ben', speechId: 'thanks' });
    expect(is(meeting)).toBe('speech');
    meeting.give('yield-floor', { speechId: 'thanks' }).give('conclude-item', { itemId: 'honours' });
    expect(is(meeting)).toBe('between');
  });

  it('follow one another as they are conferred, each with its due', () => {
    const meeting = confer(confer(honours(), 'one').wait(2), 'three');
    expect(shown(meeting)).toBe('one 1/1');
    expect(shown(meeting.wait(6))).toBe('three 1/1');
  });

  it('turn the pages of a long list, and none goes missing when the item is concluded', () => {
    const meeting = confer(honours(), 'two').give('conclude-item', { itemId: 'honours' });
    const names = new Set<string>();
    for (const page of [1, 2, 3]) {
      expect(shown(meeting)).toBe(`two ${page}/3`);
      const there = recipientsOn(honourAt(meeting.view.meeting, meeting.now)!);
      expect(there.length).toBeLessThanOrEqual(RECIPIENTS);
      for (const { name } of there) names.add(name);
      meeting.wait(10);
    }
    expect(names.size).toBe(19);
    expect(shown(meeting)).toBeNull();
  });
});

describe('what comes next', () => {
  it('is the item after the one that is on, and then what was left out', () => {
    const meeting = open().give('call-item', { itemId: 'honours' });
    expect(nextItem(meeting.view.meeting)?.itemId).toBe('news');
    expect(numberOf(meeting.view.meeting, 'honours')).toBe(4);
    meeting.give('conclude-item', { itemId: 'honours' }).give('call-item', { itemId: 'news' });
    expect(nextItem(meeting.view.meeting)?.itemId).toBe('opening');
  });

  it('is who waits longest for the floor', () => {
    const meeting = open().give('call-item', { itemId: 'report' });
    for (const speakerId of ['cao', 'ben', 'ada']) meeting.wait(1).give('request-floor', { speakerId, kind: 'speech' });
    expect(nextSpeakers(meeting.view.meeting, 2).map(({ name }) => name)).toEqual(['cao', 'ben']);
  });
});

it('words are the larger the fewer they are, and Chinese ones are wider', () => {
  expect(['Liu Shiquan', '刘石泉', '航天科工集团数字航天建设先进集体', 'x'.repeat(200)].map(sizeOf)).toEqual([
    'huge',
    'huge',
    'large',
    'small',
  ]);
});

it('speaks the languages of the meeting, two at most, or the reader’s own', () => {
  expect(voicesFor(['zh-CN', 'en', 'fr'], 'en', undefined)).toEqual(['zh-CN', 'en']);
  expect(voicesFor(['zh-Hans', 'en-GB'], 'en', undefined)).toEqual(['zh-CN', 'en']);
  expect(voicesFor(['fr'], 'zh-CN', undefined)).toEqual(['zh-CN']);
  expect(voicesFor(['zh-CN', 'en'], 'en', 'en')).toEqual(['en']);
});
