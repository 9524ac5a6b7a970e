// Files of documents: the bytes go to the server first, which names them by their SHA-256. Storing the same bytes again is
// harmless, so an upload that failed is simply tried again.

import { problemIn, unreachable, unreadable } from './problem.ts';

export type StoredFile = { readonly sha256: string; readonly sizeBytes: number };

export type UploadOptions = {
  /** Told of the bytes that have gone out so far. */
  readonly onProgress?: (sent: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Stores the bytes of a file of a meeting.
 * @throws Problem; the signal's reason where it aborts
 */
export function storeFile(
  meetingId: string,
  file: Blob,
  { onProgress, signal }: UploadOptions = {},
): Promise<StoredFile> {
  // Only XMLHttpRequest tells how far an upload has come.
  const request = new XMLHttpRequest();
  return new Promise<StoredFile>((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', `/api/meetings/${encodeURIComponent(meetingId)}/files`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json');
    request.upload.addEventListener('progress', ({ loaded }) => onProgress?.(loaded));
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject((signal?.reason as Error | undefined) ?? unreachable()));
    request.addEventListener('load', () => {
      answerOf(request).then(resolve, reject);
    });
    request.send(file);
  });
}

async function answerOf(request: XMLHttpRequest): Promise<StoredFile> {
  const { status, responseText } = request;
  if (status < 200 || status > 299) {
    const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' };
    throw await problemIn(new Response(responseText, { status, headers }));
  }
  try {
    return JSON.parse(responseText) as StoredFile;
  } catch {
    throw unreadable(status);
  }
}
