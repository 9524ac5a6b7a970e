// The composition root: reads the settings, listens at once, opens the adapters, puts the application on them, and on a
// signal leaves in good order.

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  loadOrCreateSecret,
  openFolderFiles,
  openLocalProcessHome,
  openS3Files,
  openSqliteEventStore,
  SecretDamaged,
} from '@rostrum/infra/adapters';
import { StoreRefused, StoreUnavailable, systemClock } from '@rostrum/infra';
import type { EventStore, Files, FilesUnavailable } from '@rostrum/infra';
import { ReadModels } from '@rostrum/projections/tables';
import { Anteroom } from './anteroom.ts';
import { openHouse } from './house.ts';
import type { House, Ports } from './house.ts';
import { listen } from './listen.ts';
import { openBackupDoor } from './operations/backup-door.ts';
import { Log } from './operations/log.ts';
import { FOLDER, MistakenSettings, readSettings, SQLITE } from './settings.ts';
import type { Settings } from './settings.ts';
import type { Secrets } from './shared-secrets.ts';
import { whenReachable } from './when-reachable.ts';

/** Says in plain sentences why the server does not start, and ends. */
function giveUp(...sentences: readonly string[]): never {
  process.stderr.write(sentences.map((sentence) => `${sentence}\n`).join(''));
  process.exit(1);
}

function settingsOrGiveUp(): Settings {
  try {
    // npm and pnpm run scripts in the package's folder and say in INIT_CWD where they were called.
    return readSettings(process.env, process.env['INIT_CWD'] ?? process.cwd());
  } catch (error) {
    if (error instanceof MistakenSettings) return giveUp(...error.lines);
    throw error;
  }
}

const settings = settingsOrGiveUp();
const shared = settings.eventStore !== SQLITE;
const log = new Log(
  {
    level: settings.logLevel,
    clock: systemClock,
    plain: process.stdout.isTTY,
    write: (line) => process.stdout.write(line),
  },
  shared ? { node: settings.nodeName } : undefined,
);
const leaving = new AbortController();

async function storeOrGiveUp(): Promise<EventStore> {
  if (shared) return giveUp('EVENT_STORE can only be sqlite in this version.');
  try {
    const embedded = await openSqliteEventStore({ directory: settings.dataDir });
    toClose.push(await openBackupDoor(embedded, settings.dataDir, log));
    return embedded;
  } catch (error) {
    if (error instanceof StoreRefused) return giveUp(error.message);
    throw error;
  }
}

const OWN_FOLDER = 'It must be a folder that this process may read and write.';

/** Opens one part of the data folder, or says which of them cannot be used and why. */
function partOrGiveUp<T>(name: string, remedy: string, open: (path: string) => T): T {
  const path = join(settings.dataDir, name);
  try {
    return open(path);
  } catch (error) {
    if (error instanceof SecretDamaged) return giveUp(error.message);
    const { cause = error } = error as Error;
    return giveUp(`${path} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}. ${remedy}`);
  }
}

/** The files of documents. A store of them that cannot be reached yet is waited for by `/readyz`. */
async function filesOrGiveUp(): Promise<Files> {
  const place = settings.files;
  if (place === FOLDER) return partOrGiveUp('files', OWN_FOLDER, (directory) => openFolderFiles({ directory }));
  const files = partOrGiveUp('incoming', OWN_FOLDER, (spoolDirectory) => openS3Files({ ...place, spoolDirectory }));
  await files.check().catch((error: unknown) => {
    const { code, message } = error as FilesUnavailable;
    if (code !== 'files.unreachable') giveUp(message);
    log.warn(message);
  });
  return files;
}

/** The deployment's secrets, or the one that this data folder keeps for itself. */
function secretsOf({ secrets }: Settings): Secrets {
  if (secrets) return secrets;
  if (shared)
    log.warn('SECRET is not set: this server seals sessions with a secret of its own. Several need the same SECRET.');
  return [partOrGiveUp('secrets', OWN_FOLDER, (directory) => loadOrCreateSecret(directory, 'sessions'))];
}

async function houseOrGiveUp(ports: Ports): Promise<House> {
  const onWaiting = (reason: string) => {
    log.warn('The record cannot be read yet.', { reason });
    anteroom.tell({ code: 'store.unreachable', reason });
  };
  try {
    return await whenReachable(() => openHouse(ports), { onWaiting, signal: leaving.signal });
  } catch (error) {
    if (error instanceof MistakenSettings) return giveUp(...error.lines);
    if (error instanceof StoreUnavailable) return giveUp(error.message);
    throw error;
  }
}

/** What there is to close, in this order. */
const toClose: (() => unknown)[] = [];

async function leave(signal: NodeJS.Signals): Promise<void> {
  // Ctrl-C reaches npm and the server alike and may arrive twice.
  if (leaving.signal.aborted) return;
  leaving.abort();
  log.info('Leaving.', { signal });
  for (const close of toClose) await close();
  process.exit(0);
}
process.on('SIGINT', (signal) => void leave(signal));
process.on('SIGTERM', (signal) => void leave(signal));

const anteroom = new Anteroom();
const listening = await listen(anteroom, settings).catch((error: unknown) =>
  giveUp(error instanceof Error ? error.message : String(error)),
);
const store = await storeOrGiveUp();
const readModels = partOrGiveUp('read-models.sqlite', 'Remove it: it is built anew from the record.', (file) =>
  ReadModels.open(file, { onDiscarded: (reason) => log.warn(reason) }),
);
const files = await filesOrGiveUp();
const house = await houseOrGiveUp({
  settings,
  publicUrl: () => settings.publicUrl ?? listening.address,
  store,
  processHome: openLocalProcessHome({ directory: join(settings.dataDir, 'processes') }),
  files,
  readModels,
  clock: systemClock,
  newId: randomUUID,
  log,
  secrets: secretsOf(settings),
  webRoot: join(import.meta.dirname, '..', '..', 'web', 'dist'),
});
toClose.push(
  () => listening.close(pause(settings.drainSeconds * 1000)),
  () => store.close(),
  () => readModels.close(),
);
listening.handOver(house);
process.stdout.write(
  `Rostrum is at ${settings.publicUrl ?? listening.address}\nThe record is in ${settings.dataDir}\n`,
);
const setupLink = house.deps.doors.setupLink();
if (setupLink !== null)
  process.stdout.write(`There is no administrator yet. Open this once to make one: ${setupLink}\n`);
