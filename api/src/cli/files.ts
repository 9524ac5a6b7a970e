// Where documents' files are, as the operator names it: `folder:./data/files`, or `s3://…` as in FILES.

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readS3Address } from '@rostrum/infra';
import type { Files, S3Address } from '@rostrum/infra';
import { openFolderFiles, openS3Files } from '@rostrum/infra/adapters';
import { schemeOf, WrongUse } from './command.ts';
import type { Surroundings } from './command.ts';

export type FilesPlace =
  | { readonly kind: 'folder'; readonly directory: string }
  | { readonly kind: 's3'; readonly address: S3Address; readonly credentials: Credentials };

type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

/**
 * @param option that names it, for the sentence
 * @throws WrongUse
 */
export function filesPlaceOf(text: string, option: string, { startedFrom, env }: Surroundings): FilesPlace {
  const scheme = schemeOf(text);
  if (scheme === 's3') return { kind: 's3', address: addressOf(text, option), credentials: credentialsOf(option, env) };
  if (scheme !== undefined && scheme !== 'folder') {
    throw new WrongUse(`${option} is folder:<folder> or s3://<bucket>; ${scheme}: is neither.`);
  }
  const path = scheme === 'folder' ? text.slice('folder:'.length) : text;
  if (path === '' || path.startsWith('//')) throw new WrongUse(`${option} names no folder, such as folder:./files.`);
  return { kind: 'folder', directory: resolve(startedFrom, path) };
}

function addressOf(text: string, option: string): S3Address {
  try {
    return readS3Address(text);
  } catch (error) {
    throw new WrongUse(`${option} ${(error as Error).message}`);
  }
}

function credentialsOf(option: string, env: Surroundings['env']): Credentials {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (accessKeyId && secretAccessKey) return { accessKeyId, secretAccessKey };
  throw new WrongUse(
    `${option} names a store that wants AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Set both in the environment.`,
  );
}

/** What people call it. */
export const nameOfFiles = (place: FilesPlace): string =>
  place.kind === 'folder' ? place.directory : `s3://${place.address.bucket}/${place.address.prefix}`;

/** False for a folder that is missing; what a store on the network has is known once it is asked. */
export const mayHaveFiles = (place: FilesPlace): boolean => place.kind === 's3' || existsSync(place.directory);

/**
 * Opens the files for as long as `work` takes.
 * @throws FilesUnavailable, and what `work` throws
 */
export async function withFiles<T>(
  place: FilesPlace,
  access: 'read' | 'write',
  work: (files: Files) => Promise<T>,
): Promise<T> {
  if (place.kind === 'folder') {
    return work(openFolderFiles({ directory: place.directory, readOnly: access === 'read' }));
  }
  // What is sent is written here first: its digest must be known before.
  const spoolDirectory = await mkdtemp(join(tmpdir(), 'rostrum-files-'));
  try {
    const { address, credentials } = place;
    return await work(openS3Files({ address, credentials, spoolDirectory }));
  } finally {
    await rm(spoolDirectory, { recursive: true, force: true });
  }
}
