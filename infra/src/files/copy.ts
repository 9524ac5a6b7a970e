/**
 * Copies the files of a deployment from one place to another, such as a folder and a bucket, whichever way. What is there
 * already stays, so it can be run again.
 */

import { FileDamaged } from './port.ts';
import type { Files, StoredFile } from './port.ts';

/** Files on their way at once: most are small, and what takes time is each answer. */
const AT_ONCE = 8;

export type FilesCopied = {
  /** Files done so far, and those of them that were sent. */
  readonly seen: number;
  readonly sent: number;
  /** Bytes of those that were sent. */
  readonly bytes: number;
  /** Names of those that could not be read whole, and were left out. */
  readonly damaged: readonly string[];
};

export type CopyFilesOptions = {
  /** Told after each file. */
  readonly onProgress?: (copied: FilesCopied) => void;
  /** Ends it once the files that are on their way have arrived. */
  readonly signal?: AbortSignal;
};

/**
 * Copies every file that the other place has not, or has at another size; each is verified by its digest on the way.
 * @throws FilesUnavailable, and the reason of the signal: what was sent before stays
 */
export async function copyFiles(
  from: Files,
  to: Files,
  { onProgress, signal }: CopyFilesOptions = {},
): Promise<FilesCopied> {
  let copied: FilesCopied = { seen: 0, sent: 0, bytes: 0, damaged: [] };
  let failed: { readonly error: unknown } | undefined;
  const count = (more: Partial<FilesCopied>): void => {
    copied = { ...copied, seen: copied.seen + 1, ...more };
    onProgress?.(copied);
  };
  const carry = async ({ sha256, size }: StoredFile): Promise<void> => {
    try {
      await send(from, to, sha256);
      count({ sent: copied.sent + 1, bytes: copied.bytes + size });
    } catch (error) {
      if (error instanceof FileDamaged) count({ damaged: [...copied.damaged, sha256].toSorted() });
      else failed ??= { error };
    }
  };

  await using held = new Held(to);
  const onTheirWay = new Set<Promise<void>>();
  try {
    for await (const file of from.list()) {
      signal?.throwIfAborted();
      if ((await held.sizeOf(file.sha256)) === file.size) {
        count({});
        continue;
      }
      const carried: Promise<void> = carry(file).finally(() => onTheirWay.delete(carried));
      onTheirWay.add(carried);
      if (onTheirWay.size >= AT_ONCE) await Promise.race(onTheirWay);
      if (failed) break;
    }
  } finally {
    await Promise.all(onTheirWay);
  }
  if (failed) throw failed.error;
  return copied;
}

/** Sends one file. The verified stream fails before its end where the bytes are not those of the name. */
async function send(from: Files, to: Files, sha256: string): Promise<void> {
  const content = await from.get(sha256, { verify: true });
  // Gone since it was listed: nobody removes files, so somebody did by hand.
  if (content === undefined) throw new FileDamaged(sha256);
  await to.put(content);
}

/** What a place holds, asked for in the order of the names: both lists are gone through once, side by side. */
class Held implements AsyncDisposable {
  readonly #files: AsyncIterator<StoredFile>;
  #next: StoredFile | undefined;
  #ended = false;

  constructor(files: Files) {
    this.#files = files.list()[Symbol.asyncIterator]();
  }

  /** @param sha256 comes after all that were asked for before */
  async sizeOf(sha256: string): Promise<number | undefined> {
    while (!this.#ended && (this.#next === undefined || this.#next.sha256 < sha256)) {
      const { done, value } = await this.#files.next();
      if (done === true) this.#ended = true;
      else this.#next = value;
    }
    return this.#next?.sha256 === sha256 ? this.#next.size : undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#files.return?.();
  }
}
