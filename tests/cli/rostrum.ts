// Runs the command line as an operator does, in a process of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The program. */
export const MAIN = fileURLToPath(new URL('../../api/src/cli/main.ts', import.meta.url));

export type Ended = {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
};

export type Running = {
  readonly ended: Promise<Ended>;
  readonly send: (signal: NodeJS.Signals) => void;
};

export type Start = {
  readonly cwd?: string;
  /** In place of the program itself, such as a launcher and what it is given. */
  readonly program?: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts `rostrum` with these words. */
export function starting(
  words: readonly string[],
  { cwd, program = [process.execPath, MAIN], env = {} }: Start = {},
): Running {
  const [file, ...before] = program;
  const child = spawn(file, [...before, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const ended = Promise.all([exited, text(child.stdout), text(child.stderr)]).then(([[code], said, complained]) => ({
    code,
    said,
    complained,
  }));
  return { ended, send: (signal) => void child.kill(signal) };
}

/** The same, to its end. */
export const rostrum = (words: readonly string[], start?: Start): Promise<Ended> => starting(words, start).ended;

/** A folder that is gone when the test ends. */
export function newFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-cli-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
