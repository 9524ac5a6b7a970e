// Looks at the files that a record names: whether each is there, as long as the record says, and has its digest.

import { FileDamaged } from '@rostrum/infra';
import type { Files } from '@rostrum/infra';
import type { NamedFile } from './events.ts';
import type { Report } from './report.ts';

export type LookingAtFiles = {
  readonly signal: AbortSignal;
  readonly onProgress: (files: number, done: number) => void;
};

/** @throws FilesUnavailable */
export async function lookAtDocuments(
  named: readonly NamedFile[],
  files: Files,
  report: Report,
  { signal, onProgress }: LookingAtFiles,
): Promise<void> {
  report.documents = { files: named.length };
  for (const [index, { sha256, sizeBytes, where }] of named.entries()) {
    signal.throwIfAborted();
    const found = await sizeOf(sha256, files);
    if (found === undefined) {
      report.add({ kind: 'document-missing', sentence: `The file ${sha256} is missing, which ${where} names.` });
    } else if (found !== sizeBytes) {
      report.add({ kind: 'document-damaged', sentence: `The file ${sha256} is damaged, which ${where} names.` });
    }
    onProgress(index + 1, (index + 1) / named.length);
  }
}

/** How long a file is; undefined where it is missing, NaN where its bytes have another digest. */
async function sizeOf(sha256: string, files: Files): Promise<number | undefined> {
  const bytes = await files.get(sha256, { verify: true });
  if (bytes === undefined) return undefined;
  let size = 0;
  try {
    for await (const chunk of bytes) size += chunk.byteLength;
  } catch (error) {
    if (error instanceof FileDamaged) return Number.NaN;
    throw error;
  }
  return size;
}
