/** A disk of its own that is quickly full: a file system in memory, where this process may mount one. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const run = (program: string, ...rest: string[]): boolean => spawnSync(program, rest, { stdio: 'ignore' }).status === 0;

const mountAt = (directory: string, kib: number): boolean =>
  run('mount', '-t', 'tmpfs', '-o', `size=${kib}k`, 'rostrum-test', directory);

/** Whether this machine lets us mount one: Linux, as root. */
export const canMount: boolean = (() => {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-mount-'));
  const mounted = mountAt(directory, 64);
  if (mounted) run('umount', directory);
  rmSync(directory, { recursive: true });
  return mounted;
})();

export type SmallDisk = {
  readonly directory: string;
  /** Takes all the space that is left but for so many bytes. */
  readonly fill: (leaving: number) => void;
  /** Gives that space back. */
  readonly free: () => void;
};

/** A disk of so many KiB, gone when the test ends. */
export function smallDisk(kib: number): SmallDisk {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-disk-'));
  if (!mountAt(directory, kib)) throw new Error(`No file system could be mounted at ${directory}`);
  onTestFinished(() => {
    run('umount', '--lazy', directory);
    rmSync(directory, { recursive: true });
  });
  const ballast = join(directory, 'ballast');
  return {
    directory,
    fill: (leaving) => {
      const { bavail, bsize } = statfsSync(directory);
      writeFileSync(ballast, new Uint8Array(Math.max(0, bavail * bsize - leaving)));
    },
    free: () => truncateSync(ballast, 0),
  };
}
