// The screen in the hall with what meetings bring that nobody foresees: names without an end, scripts from right to left,
// signs that look like markup. All of it is read, and nothing leaves the screen.

import { createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { LiveProvider } from '../../live/use-live.tsx';
import type { PresentMeeting } from '../../live/use-live.tsx';
import { Staged } from '../../meeting/staged.fixture.ts';
import { show } from '../../testing/show.tsx';
import { Screen } from './screen.tsx';
import { ScreenWords } from './words.tsx';
import './screen.css';

const LONG = `${'Commission for the Development of the Digital Space '.repeat(4)}`.slice(0, 199).trim();

/** A council that is open, with one on its roster who has this name. */
function council(name: string): Staged {
  return new Staged()
    .give('schedule-meeting', {
      meetingId: 'staged',
      title: LONG,
      organisation: 'The City',
      timeZone: 'Europe/Zurich',
      startsAt: '2021-05-26T02:00:00Z',
      endsAt: '2021-05-26T04:00:00Z',
    })
    .give('add-item', { itemId: 'report', kind: 'report', title: LONG })
    .give('add-item', { itemId: 'honours', kind: 'commendation', title: 'Honours' })
    .give('add-attendee', { attendeeId: 'ada', name, title: LONG, unit: `City / ${LONG}`, capacity: 'member' })
    .give('add-attendee', { attendeeId: 'ben', name: 'Ben', unit: 'City', capacity: 'member' })
    .give('appoint-officer', { office: 'chair', attendeeId: 'ada' })
    .give('convene-meeting', {})
    .give('open-meeting', {});
}

async function hang(meeting: Staged, languages: readonly string[] = ['en', 'zh-CN']) {
  const [view, setView] = createSignal(meeting.view);
  const [now, setNow] = createSignal(meeting.now);
  const live = { meetingId: 'staged', view, serverNow: now } as unknown as PresentMeeting;
  await show(() => (
    <main data-component="screen" data-shade="dark">
      <ScreenWords languages={languages} timeZone="Europe/Zurich">
        <LiveProvider value={live}>
          <Screen venueId={null} />
        </LiveProvider>
      </ScreenWords>
    </main>
  ));
  await expect.poll(() => document.querySelector('[data-part="scene"]')).not.toBeNull();
  return {
    /** Shows the meeting as it stands by now. */
    follow: () => {
      setNow(meeting.now);
      setView(meeting.view);
    },
  };
}

const scene = () => document.querySelector<HTMLElement>('[data-part="scene"]')!;

/** What stands partly off the screen. */
const cutOff = () =>
  Array.from(document.querySelectorAll<HTMLElement>('[data-component="screen"] :is(h1, h2, p, dt, dd, li)'))
    .filter((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left < -1 || top < -1 || right > window.innerWidth + 1 || bottom > window.innerHeight + 1;
    })
    .map((element) => element.textContent);

test.each([LONG, 'محمد بن سلمان', '<img src=x onerror=alert(1)>', '🎖️🎖️🎖️', '刘石泉'.repeat(30)])(
  'shows who speaks, whatever the name: %s',
  async (name) => {
    const meeting = council(name)
      .give('call-item', { itemId: 'report' })
      .give('give-floor', { speakerId: 'ada', speechId: 's1', limitSeconds: 600 })
      .wait(65);
    await hang(meeting);
    expect(document.querySelector('h2')?.textContent).toBe(name);
    expect(document.querySelector('main img')).toBeNull();
    expect(document.querySelector('[data-part="clock"]')?.textContent).toContain('1:05');
    expect(scene().textContent).toContain('8:55 left');
    expect(scene().textContent).toContain('剩余 8:55');
    expect(cutOff()).toEqual([]);
  },
);

test('says by how much a speaker is over the time', async () => {
  const meeting = council('Ada')
    .give('call-item', { itemId: 'report' })
    .give('give-floor', { speakerId: 'ada', speechId: 's1', limitSeconds: 60 })
    .wait(75);
  await hang(meeting, ['en']);
  expect(scene().textContent).toContain('0:15 over time');
});

test('keeps an honour with endless names below the head of the screen', async () => {
  const recipients = Array.from({ length: 8 }, (_, place) => ({
    name: `${place + 1} ${LONG}`.slice(0, 190),
    unit: LONG,
  }));
  const meeting = council(LONG)
    .give('prepare-commendation', {
      commendationId: 'c1',
      category: 'collective',
      award: LONG,
      citation: 'W'.repeat(900),
      recipients,
    })
    .give('call-item', { itemId: 'honours' })
    .give('confer-commendation', { commendationId: 'c1', presenterId: 'ada' });
  await hang(meeting);
  expect(scene().dataset['scene']).toBe('honour');
  const head = document.querySelector('header')!.getBoundingClientRect();
  expect(scene().firstElementChild!.getBoundingClientRect().top).toBeGreaterThanOrEqual(head.bottom);
  expect(cutOff()).toEqual([]);
});

test('turns the pages of a long list of recipients by itself', async () => {
  const recipients = Array.from({ length: 20 }, (_, place) => ({
    name: `${place + 1} ${LONG}`.slice(0, 190),
    unit: LONG,
  }));
  const meeting = council('Ada')
    .give('prepare-commendation', {
      commendationId: 'c1',
      category: 'collective',
      award: LONG,
      citation: `${LONG} ${LONG}`,
      recipients,
    })
    .give('call-item', { itemId: 'honours' });
  const { follow } = await hang(meeting, ['en']);
  expect(document.body.textContent).not.toContain('Presented by');
  meeting.give('confer-commendation', { commendationId: 'c1', presenterId: 'ada' });
  follow();
  await expect.poll(() => scene().dataset['scene']).toBe('honour');
  expect(scene().textContent).toContain('1 of 3');
  expect(document.querySelectorAll('[data-part="recipients"] > li')).toHaveLength(8);
  expect(cutOff()).toEqual([]);
  meeting.wait(21);
  follow();
  expect(scene().textContent).toContain('3 of 3');
  expect(document.querySelectorAll('[data-part="recipients"] > li')).toHaveLength(4);
});

test('goes from scene to scene as the meeting does', async () => {
  const meeting = council('Ada');
  const { follow } = await hang(meeting, ['en']);
  expect(scene().dataset['scene']).toBe('between');
  meeting.give('call-item', { itemId: 'report' });
  follow();
  expect(scene().dataset['scene']).toBe('item');
  meeting.give('call-recess', { resumesAt: new Date(meeting.now + 600_000).toISOString(), reason: null }).wait(60);
  follow();
  expect(scene().dataset['scene']).toBe('recess');
  expect(document.querySelector('[role="timer"]')?.textContent).toBe('9:00');
  meeting.wait(600);
  follow();
  expect(scene().textContent).toContain('Goes on in a moment');
  meeting.give('resume-meeting', {}).give('conclude-item', { itemId: 'report' }).give('close-meeting', {});
  follow();
  expect(scene().textContent).toContain('The meeting is closed');
});
