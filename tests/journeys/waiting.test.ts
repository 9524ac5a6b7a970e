// Somebody who comes while the server still waits for its record: told so in both languages, and let in without doing
// anything once it is there.

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../browser/launch.ts';
import { contextOptions } from '../browser/looks.ts';
import { eventStore, newSecret, node, WAITING } from '../nodes/given.ts';
import { noBrowser } from './journey.ts';

const PASSWORD = 'a long and quiet evening';
const found = inject('browser');

describe.skipIf(noBrowser)('somebody who comes too early', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if ('executablePath' in found) browser = await launch(found.executablePath);
  });
  afterAll(() => browser?.close());

  it('is told to wait, and comes in by the link they opened once the record is there', async () => {
    const store = await eventStore();
    const env = { EVENT_STORE: store.url, SECRET: newSecret() };
    // The link is the same at every node.
    const other = await node(env);
    const linkAt = () => /(\/setup#\S+)$/m.exec(other.lines.join('\n'))?.[1];
    await expect.poll(linkAt).toBeDefined();
    await other.stop();
    await store.stop();
    const { address } = await node(env, WAITING);

    const context = await browser!.newContext(contextOptions({}));
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) faults.push(message.text());
    });
    await page.goto(`${address}${linkAt()}`);
    await page.getByRole('heading', { name: 'Rostrum is waiting for its record' }).waitFor();
    expect(await page.locator('[lang="zh-CN"]').innerText()).toContain('本页会自动打开');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);

    await store.start();
    await page.getByLabel('Your name, as the record shows it').fill('Clara Weiss', { timeout: 60_000 });
    await page.getByLabel('Sign-in name').fill('clara');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Password once more').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make the administrator' }).click();
    await page.getByRole('heading', { name: 'No meetings yet' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
