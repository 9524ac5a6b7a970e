/** A name is durable only once its folder is. */

import { open } from 'node:fs/promises';

/** Waits until the names in a folder are on the disk. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
