// The chair's desk while three hundred attend: the longest task of its main thread in Chromium's trace while hands go up,
// people come and messages are written and the chair works; and what an hour of events leaves in its memory.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { findBrowser } from '../browser/find.ts';
import { launch } from '../browser/launch.ts';
import { gatherCouncil } from '../server/council.ts';
import { Secretariat } from '../server/secretariat.ts';
import { startServer } from '../server/start.ts';
import { Listeners } from './listeners.ts';
import { rowOf } from './row.ts';
import type { Row } from './row.ts';

const ATTENDEES = 300;
const SECONDS = 20;
/** Hands that go up and down again in an hour: they leave nothing in the meeting as it stands. */
const HANDS = 1500;
/** Requests under way at once. */
const ABREAST = 8;

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/** Does something so often, a few at a time. */
async function abreast(times: number, work: (turn: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < times) await work(next++);
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
}

/** Milliseconds of processor time of the longest task of a page's main thread: what a busy machine takes away is not the page's. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}.${tid}`),
  );
  const tasks = traceEvents
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && mains.has(`${pid}.${tid}`))
    .map(({ dur, tdur }) => (tdur ?? dur ?? 0) / 1000);
  return Math.max(0, ...tasks);
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

/** Three hundred on the roster, each with a link of their own. */
async function roster(secretariat: Secretariat, meetingId: string): Promise<readonly string[]> {
  const ids = Array.from({ length: ATTENDEES }, (_none, place) => `member-${place}`);
  await abreast(ids.length, (place) =>
    secretariat.gives(meetingId, 'add-attendee', {
      attendeeId: ids[place],
      name: `Member ${place}`,
      unit: `Council / Ward ${place % 30}`,
    }),
  );
  return ids;
}

/** What three hundred do in some seconds, and the chair meanwhile. */
async function busy(secretariat: Secretariat, meetingId: string, ids: readonly string[], page: Page): Promise<void> {
  const end = performance.now() + SECONDS * 1000;
  let turn = 0;
  const crowd = async () => {
    while (performance.now() < end) {
      const speakerId = ids[turn++ % ids.length]!;
      if (turn % 3 === 0) await secretariat.gives(meetingId, 'post-message', { text: `Message ${turn}` });
      else if (turn % 3 === 1) await secretariat.ask('POST', `/api/meetings/${meetingId}/request-floor`, { speakerId });
      else await secretariat.ask('POST', `/api/meetings/${meetingId}/check-in`, { attendeeId: speakerId });
      await pause(50);
    }
  };
  const chair = async () => {
    while (performance.now() < end) {
      await page.keyboard.press('n');
      await pause(1500);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('recess');
      await page.keyboard.press('Escape');
      await pause(1500);
    }
  };
  await Promise.all([crowd(), crowd(), chair()]);
}

async function measure(browser: Browser, address: string): Promise<readonly Row[]> {
  const secretariat = await Secretariat.at(address);
  const { meetingId, links } = await gatherCouncil(secretariat, 'open');
  const ids = await roster(secretariat, meetingId);
  await secretariat.gives(meetingId, 'call-item', { itemId: 'opening' });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(links.okafor);
  await page.waitForURL('**/room');
  await page.goto(`${address}/meetings/${meetingId}/desk`);
  await page.locator('[data-component="desk-foot"]').waitFor();
  const listeners = new Listeners(address, secretariat.cookie);
  const issued = await secretariat.links(meetingId, ids);
  await abreast(ids.length, (turn) =>
    listeners.arrive(issued.get(ids[turn]!)!.split('#')[1]!, `/api/meetings/${meetingId}/live`),
  );
  await listeners.settled();

  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] });
  await busy(secretariat, meetingId, ids, page);
  const longest = longestTask(await browser.stopTracing());

  const session = await page.context().newCDPSession(page);
  await listeners.settled();
  const hour = async (hands: number) => {
    await abreast(hands, async (turn) => {
      const requestId = `hour-${hands}-${turn}`;
      const speakerId = ids[turn % ids.length];
      const asked = await secretariat.ask('POST', `/api/meetings/${meetingId}/request-floor`, { requestId, speakerId });
      if (asked.ok) await secretariat.gives(meetingId, 'dismiss-request', { requestId });
    });
    await listeners.settled();
  };
  // What the page keeps once and for all is there after the first few minutes.
  await hour(HANDS / 10);
  const before = await heapOf(session);
  await hour(HANDS);
  const after = await heapOf(session);
  listeners.close();
  return [
    rowOf({
      name: `desk, longest task with ${ATTENDEES} attending, processor time`,
      reference: '',
      unit: 'ms',
      ours: longest,
      theirs: null,
      bar: 50,
      direction: 'at most',
    }),
    rowOf({
      name: `desk, memory after ${HANDS} hands up and down, beyond the memory before`,
      reference: '',
      unit: 'MiB',
      ours: Math.max(0, after - before),
      theirs: null,
      bar: 3,
      direction: 'at most',
    }),
  ];
}

export async function deskRows(): Promise<readonly Row[]> {
  const found = findBrowser();
  if ('missing' in found) {
    process.stdout.write(`${found.missing}\n`);
    return [];
  }
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  const [rostrum, browser] = await Promise.all([startServer(directory), launch(found.executablePath)]);
  try {
    return await measure(browser, rostrum.address);
  } finally {
    await browser.close();
    await rostrum.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
