/** The folder of a process whose record is kept elsewhere: what it derives and what it waits with is its own alone. */

import { mkdirSync } from 'node:fs';
import { StoreRefused } from '../errors.ts';
import { lockFolder } from './folder-lock.ts';

/** What is let go of is closed, sooner or later, and the folder with it. */
const held = new Set<() => void>();

/**
 * Takes the folder for this process, and makes it where it is missing, for its owner alone. It is let go when the process
 * ends, however it ends.
 * @returns what releases it
 * @throws StoreRefused where another process has it or it cannot be used
 */
export function openDataFolder(directory: string): () => void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreRefused(
      'store.inaccessible',
      `The data folder ${directory} cannot be used: ${error instanceof Error ? error.message : String(error)}. It must be a folder that this process may read and write.`,
      { cause: error },
    );
  }
  const unlock = lockFolder(directory);
  held.add(unlock);
  return () => {
    held.delete(unlock);
    unlock();
  };
}
