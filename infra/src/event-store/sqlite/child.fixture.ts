/** Starts `another-process.fixture.ts`, listens to what it says, and ends it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const SCRIPT = fileURLToPath(new URL('./another-process.fixture.ts', import.meta.url));

export type Child = {
  /** Everything said so far. */
  readonly lines: readonly string[];
  /** Waits for so many lines in all, or for the end. */
  readonly said: (count: number) => Promise<void>;
  /** Waits for a line that begins so, or for the end; gives it. */
  readonly saying: (beginning: string) => Promise<string | undefined>;
  /** Ends it with SIGKILL and waits until all it said is read. */
  readonly kill: () => Promise<void>;
};

/**
 * @param deed what it does with the store, see the script.
 * @param maxFileKiB the largest file that the operating system lets it write.
 */
export function startProcess(directory: string, deed: 'append' | 'fill' | 'hold', maxFileKiB?: number): Child {
  const command = [process.execPath, SCRIPT, directory, deed];
  // POSIX counts `ulimit -f` in blocks of 512 bytes.
  const limited = ['sh', '-c', `ulimit -f ${(maxFileKiB ?? 0) * 2}; exec "$@"`, 'sh', ...command];
  const [program, ...rest] = maxFileKiB === undefined ? command : limited;
  const child = spawn(program!, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let ended = false;
  let notice = (): void => undefined;
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => {
    lines.push(line);
    notice();
  });
  const end = Promise.all([once(child, 'exit'), once(reader, 'close')]).then(() => {
    ended = true;
    notice();
  });
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds() && !ended) {
      await new Promise<void>((resolve) => {
        notice = resolve;
      });
    }
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await end;
  };
  onTestFinished(kill);
  return {
    lines,
    said: (count) => until(() => lines.length >= count),
    saying: async (beginning) => {
      const spoken = (): string | undefined => lines.find((line) => line.startsWith(beginning));
      await until(() => spoken() !== undefined);
      return spoken();
    },
    kill,
  };
}
