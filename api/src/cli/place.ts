// Where a store is, as the operator names it: `sqlite:./data`, the connection string of an EventStoreDB, or `env:` and the
// variable that holds it.

import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { familyOf, streams } from '@rostrum/events';
import { DELETIONS, StoreRefused } from '@rostrum/infra';
import type { ProcessHome, StoreExport, StoreImport } from '@rostrum/infra';
import {
  endpointsOf,
  openEventStoreDb,
  openEventStoreDbExport,
  openEventStoreDbImport,
  openLocalProcessHome,
  openSqliteExport,
  openSqliteImport,
} from '@rostrum/infra/adapters';
import { schemeOf, WrongUse } from './command.ts';
import type { Surroundings } from './command.ts';
import type { FilesPlace } from './files.ts';

export type Folder = { readonly kind: 'folder'; readonly directory: string };
export type Server = {
  readonly kind: 'server';
  readonly connectionString: string;
  /** Hosts and ports. */
  readonly endpoints: readonly string[];
};
export type Place = Folder | Server;

/** Seconds that a server may take to answer for the first time. */
const PATIENCE_S = 20;

/**
 * @param option that names it, for the sentence
 * @throws WrongUse
 */
export function placeOf(text: string, option: string, surroundings: Surroundings): Place {
  switch (schemeOf(text)) {
    case undefined:
      return { kind: 'folder', directory: resolve(surroundings.startedFrom, text) };
    case 'sqlite': {
      const path = text.slice('sqlite:'.length);
      if (path === '' || path.startsWith('//')) {
        throw new WrongUse(`${option} is sqlite: and then a folder, such as sqlite:./data.`);
      }
      return { kind: 'folder', directory: resolve(surroundings.startedFrom, path) };
    }
    case 'env': {
      const name = text.slice('env:'.length);
      const value = surroundings.env[name];
      if (!value || schemeOf(value) === 'env')
        throw new WrongUse(`${option} names the variable ${name}, which is not set.`);
      return placeOf(value, option, surroundings);
    }
    case 'esdb':
    case 'esdb+discover':
    case 'kurrentdb':
    case 'kurrentdb+discover':
      return { kind: 'server', connectionString: text, endpoints: addressOf(text) };
    default:
      throw new WrongUse(`${option} is sqlite:<folder> or esdb://<host>:<port>; ${schemeOf(text)}: is neither.`);
  }
}

function addressOf(connectionString: string): readonly string[] {
  try {
    return endpointsOf(connectionString);
  } catch (error) {
    if (error instanceof StoreRefused) throw new WrongUse(error.message);
    throw error;
  }
}

/** Opens it to be read whole. */
export const openSource = (place: Place, signal: AbortSignal): Promise<StoreExport> =>
  place.kind === 'folder'
    ? openSqliteExport(place)
    : reached(place, signal, (options) => openEventStoreDbExport({ ...place, ...options }));

/** Opens it to be written by a copy. */
export const openTarget = (place: Place, signal: AbortSignal): Promise<StoreImport> =>
  place.kind === 'folder'
    ? openSqliteImport({ ...place, isUnordered })
    : reached(place, signal, (options) => openEventStoreDbImport({ ...place, ...options }));

/**
 * Opens where processes keep how far they have come, for as long as `work` takes.
 * @throws what `work` throws
 */
export async function withProcessHome<T>(
  place: Place,
  signal: AbortSignal,
  work: (home: ProcessHome) => Promise<T>,
): Promise<T> {
  if (place.kind === 'folder') return work(openLocalProcessHome({ directory: join(place.directory, PROCESSES) }));
  const store = await reached(place, signal, (options) => openEventStoreDb({ ...place, ...options }));
  try {
    return await work(store.processHome);
  } finally {
    await store.close();
  }
}

type Waiting = { readonly signal: AbortSignal; readonly onWaiting: (sentence: string) => void };

/** A server may be about to start; one that does not answer for long is somewhere else. */
async function reached<T>(
  { endpoints }: Server,
  signal: AbortSignal,
  open: (waiting: Waiting) => Promise<T>,
): Promise<T> {
  const patience = AbortSignal.timeout(PATIENCE_S * 1000);
  let said = `Waiting for the event store at ${endpoints.join(', ')}.`;
  const onWaiting = (sentence: string): void => {
    if (sentence !== said) process.stderr.write(`${sentence}\n`);
    said = sentence;
  };
  try {
    return await open({ signal: AbortSignal.any([signal, patience]), onWaiting });
  } catch (error) {
    if (!patience.aborted || signal.aborted) throw error;
    const reason = said.replace(/^Waiting for the/, 'The').replace(/: .*$/, '');
    throw new StoreRefused(
      'store.inaccessible',
      `${reason.replace(/\.$/, '')} did not answer within ${PATIENCE_S} seconds. Look whether it runs and whether the address is right.`,
      { cause: error },
    );
  }
}

/** The folder of a data folder in which processes keep how far they have come. */
export const PROCESSES = 'processes';

/** The folder that a data folder keeps its files in. */
export const filesIn = (directory: string): string => join(directory, 'files');

/** Where the files of a store are that nobody has named; undefined for one that keeps none beside it. */
export const filesBeside = (place: Place): FilesPlace | undefined =>
  place.kind === 'folder' ? { kind: 'folder', directory: filesIn(place.directory) } : undefined;

/** Whether both are one and the same store, as far as their names tell. */
export function isSamePlace(a: Place, b: Place): boolean {
  if (a.kind === 'folder' || b.kind === 'folder') {
    return a.kind === 'folder' && b.kind === 'folder' && real(a.directory) === real(b.directory);
  }
  return a.endpoints.some((endpoint) => b.endpoints.includes(endpoint));
}

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
