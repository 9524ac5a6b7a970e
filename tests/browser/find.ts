/**
 * Finds a Chromium for the journeys: the one the environment names, one on the PATH, or Playwright's own, which is
 * installed when there is a network. Having none is normal; then one sentence says what is missing.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** A browser that can be launched, or one sentence that says what is missing and what to do. */
export type Browser = { executablePath: string } | { missing: string };

const names = ['google-chrome', 'google-chrome-stable', 'chrome', 'chromium', 'chromium-browser'];
const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** How long Playwright may try to download its browser before the journeys are left out, in milliseconds. */
const installLimit = 120_000;

/**
 * Looks for a browser: `CHROME_PATH`, then Chrome or Chromium on the `PATH`, then Playwright's own.
 * A `CHROME_PATH` that names no program is not passed over in silence: it is what the sentence then says.
 */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env, install = installOwn): Browser {
  const named = environment['CHROME_PATH'];
  if (named) {
    return runnable(named)
      ? { executablePath: named }
      : { missing: `CHROME_PATH names ${named}, which is not a program that can be run: correct it or unset it.` };
  }
  const found = [...onPath(environment['PATH'] ?? ''), ...installed].find(runnable);
  if (found) return { executablePath: found };
  const own = chromium.executablePath();
  if (!own || !runnable(own)) install();
  return own && runnable(own)
    ? { executablePath: own }
    : { missing: 'No Chrome or Chromium was found: install one, or name it with CHROME_PATH.' };
}

function onPath(path: string): string[] {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function runnable(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Asks Playwright to download its browser; without a network this fails, which is no error here. */
function installOwn(): void {
  const cli = join(dirname(fileURLToPath(import.meta.resolve('playwright-core/package.json'))), 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: installLimit });
}
