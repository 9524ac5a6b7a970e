// Where a store is, as the operator names it: `sqlite:./data`, or the connection string of an EventStoreDB.

import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { familyOf, streams } from '@rostrum/events';
import { DELETIONS } from '@rostrum/infra';
import type { StoreExport, StoreImport } from '@rostrum/infra';
import { openSqliteExport, openSqliteImport } from '@rostrum/infra/adapters';
import { WrongUse } from './command.ts';

export type Place = { readonly kind: 'folder'; readonly directory: string };

const SCHEME = /^(?<scheme>[A-Za-z][A-Za-z0-9+.-]+):/;

/**
 * @param option that names it, for the sentence
 * @throws WrongUse
 */
export function placeOf(text: string, option: string, startedFrom: string): Place {
  const scheme = SCHEME.exec(text)?.groups?.['scheme']?.toLowerCase();
  if (scheme === undefined) return folder(text, startedFrom);
  if (scheme === 'sqlite') {
    const path = text.slice('sqlite:'.length);
    if (path === '' || path.startsWith('//'))
      throw new WrongUse(`${option} is sqlite: and then a folder, such as sqlite:./data.`);
    return folder(path, startedFrom);
  }
  throw new WrongUse(`${option} is sqlite:<folder> or esdb://<host>:<port>; ${scheme}: is neither.`);
}

const folder = (path: string, startedFrom: string): Place => ({
  kind: 'folder',
  directory: resolve(startedFrom, path),
});

/** Opens it to be read whole. */
export const openSource = ({ directory }: Place): Promise<StoreExport> => openSqliteExport({ directory });

/** Opens it to be written by a copy. */
export const openTarget = ({ directory }: Place): Promise<StoreImport> => openSqliteImport({ directory, isUnordered });

/** The folder that a data folder keeps its files in. */
export const filesIn = (directory: string): string => join(directory, 'files');

/** Whether both are one and the same store, as far as their names tell. */
export const isSamePlace = (a: Place, b: Place): boolean => real(a.directory) === real(b.directory);

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether the events of a stream are appended without an expected revision. */
function isUnordered(stream: string): boolean {
  if (stream === DELETIONS) return true;
  const family = familyOf(stream);
  return family !== undefined && !streams[family].ordered;
}
