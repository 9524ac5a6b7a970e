// How long an attendee waits until the agenda is on the screen, over a slow line and with a slow processor: the line that
// Chromium calls “Fast 3G” (later “Slow 4G”), four times slower than this machine. And what the page weighs.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { findBrowser } from '../browser/find.ts';
import { launch } from '../browser/launch.ts';
import { contextOptions } from '../browser/looks.ts';
import { bringToLife, gatherCouncil } from '../server/council.ts';
import { Secretariat } from '../server/secretariat.ts';
import { startServer } from '../server/start.ts';
import { median, rowOf } from './row.ts';
import type { Row } from './row.ts';

/**
 * Chromium's preset (front_end/core/sdk/NetworkManager.ts, `Slow3G`'s neighbour): 1.6 Mbit/s down and 750 kbit/s up, each
 * times 0.9; 150 ms of round trip, times 3.75, before each answer begins. Bytes a second, and milliseconds.
 */
const FAST_3G = {
  offline: false,
  downloadThroughput: ((1.6 * 1000 * 1000) / 8) * 0.9,
  uploadThroughput: ((750 * 1000) / 8) * 0.9,
  latency: 150 * 3.75,
};
const SLOWER = 4;
const TURNS = 5;
/** On the agenda, and nowhere before it is there. */
const ON_THE_AGENDA = 'Commendations of the year';

/** Milliseconds from the start of the navigation until the agenda was painted. */
async function untilAgenda(page: Page, address: string): Promise<number> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.emulateNetworkConditions', FAST_3G);
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'agendaAt' in globalThis, undefined, { timeout: 60_000 });
  return page.evaluate(() => (globalThis as unknown as { agendaAt: number }).agendaAt);
}

async function open(browser: Browser): Promise<Page> {
  const context = await browser.newContext(contextOptions());
  await context.addInitScript((words) => {
    const look = (): void => {
      if (document.body?.textContent.includes(words)) {
        requestAnimationFrame(() => Object.assign(globalThis, { agendaAt: performance.now() }));
      } else requestAnimationFrame(look);
    };
    look();
  }, ON_THE_AGENDA);
  return context.newPage();
}

/** Bytes, gzipped, as the web application itself counts them. */
function pageSize(): { readonly weight: number; readonly budget: number } {
  const script = fileURLToPath(new URL('../../web/page-size.ts', import.meta.url));
  const { stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  const [, weight, budget] = /(\d+) +the attendee's page, of (\d+) bytes/.exec(stdout) ?? [];
  if (weight === undefined || budget === undefined) throw new Error(`The web application is not built: ${stdout}`);
  return { weight: Number(weight), budget: Number(budget) };
}

export async function firstPaintRows(): Promise<readonly Row[]> {
  const { weight, budget } = pageSize();
  const size = rowOf({
    name: 'the attendee’s page before joining video, JavaScript over the wire',
    reference: '',
    unit: 'kB',
    ours: weight / 1000,
    theirs: null,
    bar: budget / 1000,
    direction: 'at most',
  });
  const found = findBrowser();
  if ('missing' in found) {
    console.log(`First paint is left out. ${found.missing}`);
    return [size];
  }
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-first-paint-'));
  const server = await startServer(directory);
  const browser = await launch(found.executablePath);
  const [byLink, again, returning]: [number[], number[], number[]] = [[], [], []];
  try {
    const secretariat = await Secretariat.at(server.address);
    const council = await gatherCouncil(secretariat, 'open');
    await bringToLife(secretariat, council.meetingId);
    const room = `${server.address}/meetings/${council.meetingId}/room`;
    for (let turn = 0; turn < TURNS; turn += 1) {
      const page = await open(browser);
      byLink.push(await untilAgenda(page, council.links.tanaka));
      returning.push(await untilAgenda(page, room));
      const fresh = await open(browser);
      await fresh.context().addCookies(await page.context().cookies());
      again.push(await untilAgenda(fresh, room));
      await page.context().close();
      await fresh.context().close();
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  const row = (name: string, times: readonly number[]) =>
    rowOf({
      name: `agenda on the screen, Fast 3G and a processor 4 × slower: ${name}`,
      reference: '',
      unit: 'ms',
      ours: median(times),
      theirs: null,
      bar: 1000,
      direction: 'at most',
    });
  return [
    size,
    row('by the personal link, nothing cached', byLink),
    row('the room’s address, nothing cached', again),
    row('coming back to the room', returning),
  ];
}
