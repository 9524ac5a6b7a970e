// The workshop, as it is open while the application is worked on: axe finds nothing on any component in any look, and no part
// of it is wider than a phone.

import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../browser/launch.ts';
import { startProcess } from '../server/start.ts';
import type { Server } from '../server/start.ts';

const found = inject('browser');
const web = fileURLToPath(new URL('../../web', import.meta.url));

describe.skipIf('missing' in found)('the workshop', () => {
  let served: Server;
  let browser: Browser;

  beforeAll(async () => {
    if ('missing' in found) return;
    const vite = ['node_modules/vite/bin/vite.js', web, '--host', '127.0.0.1', '--port', '0', '--clearScreen', 'false'];
    [served, browser] = await Promise.all([
      startProcess([`${web}/${vite[0]}`, ...vite.slice(1)], { NO_COLOR: '1' }, /Local:\s+(http:\/\/[\d.:]+)/),
      launch(found.executablePath),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  async function open(looks: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ ...looks, reducedMotion: 'reduce' });
    const page = await context.newPage();
    // Nobody is signed in: what the components show needs no server.
    await page.route(/^http:..[^/]+.api./, (route) => route.fulfill({ status: 401, json: {} }));
    await page.goto(`${served.address}/ui`);
    await page.getByRole('heading', { name: 'Workshop' }).waitFor({ timeout: 60_000 });
    return page;
  }

  it.each([
    ['in the light', { colorScheme: 'light' }],
    ['in the dark', { colorScheme: 'dark' }],
    ['with more contrast', { colorScheme: 'light', contrast: 'more' }],
  ] as const)('has no violation %s', async (_, looks) => {
    const page = await open(looks);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .setLegacyMode()
      .analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))).toEqual([]);
  });

  it('fits a phone of 360 px', async () => {
    const page = await open({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
