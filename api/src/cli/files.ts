// Where documents' files are, as the operator names it, and how they are copied.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Files } from '@rostrum/infra';
import { openFolderFiles } from '@rostrum/infra/adapters';
import { WrongUse } from './command.ts';
import { filesIn } from './place.ts';
import type { Place } from './place.ts';

export type FilesPlace = { readonly kind: 'folder'; readonly directory: string };

const SCHEME = /^(?<scheme>[A-Za-z][A-Za-z0-9+.-]+):/;

/**
 * @param option that names it, for the sentence
 * @throws WrongUse
 */
export function filesPlaceOf(text: string, option: string, startedFrom: string): FilesPlace {
  const scheme = SCHEME.exec(text)?.groups?.['scheme']?.toLowerCase();
  if (scheme === undefined) return { kind: 'folder', directory: resolve(startedFrom, text) };
  if (scheme === 'folder') return { kind: 'folder', directory: resolve(startedFrom, text.slice('folder:'.length)) };
  throw new WrongUse(`${option} is folder:<folder> or s3://<bucket>; ${scheme}: is neither.`);
}

/** Where the files of a store are that nobody has named; undefined for a store that keeps none beside it. */
export const filesBeside = (place: Place): FilesPlace => ({ kind: 'folder', directory: filesIn(place.directory) });

/** What people call it. */
export const nameOfFiles = (place: FilesPlace): string => place.directory;

export const isThere = (place: FilesPlace): boolean => existsSync(place.directory);

/** @throws FilesUnavailable */
export const openFilesToRead = async (place: FilesPlace): Promise<Files> =>
  openFolderFiles({ directory: place.directory, readOnly: true });

/** @throws FilesUnavailable */
export const openFilesToWrite = async (place: FilesPlace): Promise<Files> =>
  openFolderFiles({ directory: place.directory });

export type CopyingFiles = { readonly signal: AbortSignal; readonly onProgress: (files: number) => void };

/** Copies the files that the target lacks. */
export async function copyFiles(source: Files, target: Files, { signal, onProgress }: CopyingFiles): Promise<number> {
  let count = 0;
  for await (const { sha256 } of source.list()) {
    signal.throwIfAborted();
    const content = (await target.has(sha256)) ? undefined : await source.get(sha256, { verify: true });
    if (content !== undefined) await target.put(content);
    onProgress((count += 1));
  }
  return count;
}
