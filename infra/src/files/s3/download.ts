/** The bytes of a file on their way from a store. Where the line breaks, they go on from the byte where it broke. */

import { createHash } from 'node:crypto';
import { FileDamaged, FilesUnavailable } from '../port.ts';
import type { S3Answer } from './exchange.ts';

/** Breaks one after another, without a byte between them, after which it is given up. */
const FRUITLESS = 3;

/**
 * @param first the answer to the request for all of it
 * @param from asks for what follows after so many bytes
 * @param expected digest; the stream fails with FileDamaged in place of its end where the bytes have another
 */
export function download(
  first: S3Answer,
  from: (offset: number) => Promise<S3Answer | undefined>,
  expected?: string,
): ReadableStream<Uint8Array> {
  const length = first.headers['content-length'];
  const size = length === undefined ? undefined : Number(length);
  const digest = expected === undefined ? undefined : createHash('sha256');
  let answer = first;
  let received = 0;
  let fruitless = 0;
  let left = false;

  /** The next bytes of the answer, whichever it is by now. */
  const next = async (): Promise<Uint8Array | undefined> => {
    for (;;) {
      try {
        const piece = await answer.next();
        if (piece === undefined && received < (size ?? 0)) throw new Error('The answer ended before the file.');
        fruitless = 0;
        return piece;
      } catch (cause) {
        if (left || received === size) return undefined;
        if (++fruitless > FRUITLESS) throw new FilesUnavailable('files.unreachable', { cause });
        answer.leave();
        answer = await goOn(cause);
      }
    }
  };

  const goOn = async (cause: unknown): Promise<S3Answer> => {
    const rest = await from(received);
    if (rest?.status === 206 || (rest && received === 0)) return rest;
    rest?.leave();
    throw new FilesUnavailable('files.unreachable', { cause });
  };

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await next();
      if (piece !== undefined) {
        received += piece.byteLength;
        digest?.update(piece);
        controller.enqueue(piece);
        return;
      }
      if (digest !== undefined && digest.digest('hex') !== expected) throw new FileDamaged(expected!);
      controller.close();
    },
    cancel() {
      left = true;
      answer.leave();
    },
  });
}
