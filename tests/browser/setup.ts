/**
 * Before the journeys: builds the web application and finds a browser. A journey reads it by `inject('browser')` and is
 * left out when there is none; the one line that says so is printed here.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser, type Browser } from './find.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: Browser;
  }
}

/** Runs once, before the first journey. Throws when the web application cannot be built. */
export default function setup(project: TestProject): void {
  const browser = findBrowser();
  project.provide('browser', browser);
  if ('missing' in browser) {
    process.stdout.write(`Journeys in the browser are left out. ${browser.missing}\n`);
    return;
  }
  const build = join(import.meta.dirname, '..', '..', 'web', 'build-if-stale.ts');
  const { status } = spawnSync(process.execPath, [build], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The journeys need the web application, and it could not be built.');
}
