/** Copies the files of a deployment from one place to another: what is there already stays, so it can be run again. */

import { FileDamaged } from './port.ts';
import type { Files } from './port.ts';

export type FilesCopied = {
  /** Files looked at so far, and those of them that were sent. */
  readonly seen: number;
  readonly sent: number;
  /** Bytes of those that were sent. */
  readonly bytes: number;
};

export type CopyFilesOptions = {
  /** Told after each file. */
  readonly onProgress?: (copied: FilesCopied) => void;
  /** Ends it between two files. */
  readonly signal?: AbortSignal;
};

/**
 * Copies every file that the other place has not, each verified by its digest on the way.
 * @returns how many there were and how many were sent
 * @throws FilesUnavailable, FileDamaged: what was sent before stays
 */
export async function copyFiles(
  from: Files,
  to: Files,
  { onProgress, signal }: CopyFilesOptions = {},
): Promise<FilesCopied> {
  let copied: FilesCopied = { seen: 0, sent: 0, bytes: 0 };
  for await (const { sha256, size } of from.list()) {
    signal?.throwIfAborted();
    const { seen, sent, bytes } = copied;
    if (await to.has(sha256)) copied = { seen: seen + 1, sent, bytes };
    else {
      await send(from, to, sha256);
      copied = { seen: seen + 1, sent: sent + 1, bytes: bytes + size };
    }
    onProgress?.(copied);
  }
  return copied;
}

/** Sends one file. The verified stream fails before its end where the bytes are not those of the name. */
async function send(from: Files, to: Files, sha256: string): Promise<void> {
  const content = await from.get(sha256, { verify: true });
  // Gone since it was listed: nobody removes files, so somebody did by hand.
  if (content === undefined) throw new FileDamaged(sha256);
  await to.put(content);
}
