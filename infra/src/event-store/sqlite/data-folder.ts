/** The data folder of a process: of one alone at a time, whether the record is in it or what is derived from one elsewhere. */

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
    throw inaccessible(directory, error);
  }
  const unlock = lockFolder(directory);
  held.add(unlock);
  return () => {
    held.delete(unlock);
    unlock();
  };
}

export const inaccessible = (directory: string, cause: unknown): StoreRefused =>
  new StoreRefused(
    'store.inaccessible',
    `The data folder ${directory} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}. It must be a folder on a working disk that this process may read and write.`,
    { cause },
  );
