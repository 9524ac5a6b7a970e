import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from './find.ts';

const nothingToInstall = () => undefined;

describe('finding a browser', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rostrum-browser-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function program(name: string): string {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  }

  it('takes the one CHROME_PATH names before any on the PATH', () => {
    const named = program('my-browser');
    program('chromium');
    expect(findBrowser({ CHROME_PATH: named, PATH: folder }, nothingToInstall)).toEqual({ executablePath: named });
  });

  it('says so when CHROME_PATH names no program, whatever is on the PATH', () => {
    program('chromium');
    const named = join(folder, 'gone');
    expect(findBrowser({ CHROME_PATH: named, PATH: folder }, nothingToInstall)).toEqual({
      missing: `CHROME_PATH names ${named}, which is not a program that can be run: correct it or unset it.`,
    });
  });

  it('takes Chrome before Chromium, wherever on the PATH they are', () => {
    program('chromium');
    const chrome = program('google-chrome');
    expect(findBrowser({ PATH: `/nowhere:${folder}` }, nothingToInstall)).toEqual({ executablePath: chrome });
  });

  it('passes over a file that cannot be run', () => {
    writeFileSync(join(folder, 'google-chrome'), '');
    const chromium = program('chromium');
    expect(findBrowser({ PATH: folder }, nothingToInstall)).toEqual({ executablePath: chromium });
  });
});
