/**
 * Where a file waits until it is whole: its name is the digest of all of its bytes, so it is written under another one
 * first. Only its owner may read it.
 */

import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { attempt, diskFailure } from './disk-failure.ts';
import { FileTooLarge } from './port.ts';
import type { StoredFile } from './port.ts';

/** A whole file on the disk, flushed, that is nobody's yet: rename or remove it. */
export type Spooled = StoredFile & { readonly draft: string };

/**
 * Makes the folder of waiting files, and clears away what an interrupted process left in it.
 * @throws FilesUnavailable
 */
export function emptySpool(directory: string): string {
  try {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskFailure(error);
  }
  return directory;
}

/**
 * Writes a content down, and tells its digest and size.
 * @param maxBytes a longer content is refused as soon as that is known
 * @throws FileTooLarge, FilesUnavailable, and what reading the content throws: nothing of it is left
 */
export async function spool(
  directory: string,
  content: Uint8Array | ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Spooled> {
  const draft = join(directory, randomUUID());
  const handle = await attempt(() => open(draft, 'wx', 0o600));
  const digest = createHash('sha256');
  let size = 0;
  try {
    try {
      for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        size += chunk.byteLength;
        if (size > maxBytes) throw new FileTooLarge(maxBytes);
        digest.update(chunk);
        await attempt(() => handle.writeFile(chunk));
      }
      await attempt(() => handle.sync());
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return { draft, sha256: digest.digest('hex'), size };
}
