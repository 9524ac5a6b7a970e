// The composition root: reads the settings, listens at once, opens the adapters, puts the application on them, and on a
// signal leaves in good order.

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  loadOrCreateSecret,
  openDataFolder,
  openEventStoreDb,
  openFolderFiles,
  openLocalProcessHome,
  openS3Files,
  openSqliteEventStore,
  SecretDamaged,
} from '@rostrum/infra/adapters';
import { StoreRefused, StoreUnavailable, systemClock } from '@rostrum/infra';
import type { Files, FilesUnavailable } from '@rostrum/infra';
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

/** For whoever waits for something when the signal to leave comes: the process ends before it would be there. */
const never = (): Promise<never> => new Promise(() => {});

let waitingFor = '';

/** Says why nothing can be opened yet: in the log once for each reason, and to whoever asks. */
function wait(reason: string): void {
  anteroom.tell({ code: 'store.unreachable', reason });
  if (reason !== waitingFor) log.warn(reason, { ready: `${listening.address}/readyz` });
  waitingFor = reason;
}

let foreignLogged = false;

/** What is not ours in the store is counted; that there is any is said once. */
function meetForeign(stream: string, type: string): void {
  if (!foreignLogged)
    log.warn('The event store holds events that are not of this program. They are passed over, and counted.', {
      stream,
      type,
    });
  foreignLogged = true;
}

/** The event store of this machine, or the one that all nodes share. */
async function storeOrGiveUp(): Promise<Pick<Ports, 'store' | 'processHome' | 'foreignEvents'>> {
  try {
    if (!shared) {
      const embedded = await openSqliteEventStore({ directory: settings.dataDir });
      toClose.push(await openBackupDoor(embedded, settings.dataDir, log));
      return {
        store: embedded,
        processHome: openLocalProcessHome({ directory: join(settings.dataDir, 'processes') }),
      };
    }
    const store = await openEventStoreDb({
      connectionString: settings.eventStore,
      onForeign: meetForeign,
      onWaiting: wait,
      signal: leaving.signal,
    });
    return { store, processHome: store.processHome, foreignEvents: () => store.foreignEvents };
  } catch (error) {
    if (leaving.signal.aborted) return never();
    if (error instanceof StoreRefused) return giveUp(error.message);
    throw error;
  }
}

/** Where the store is elsewhere, the folder must be taken all the same: it holds what this node derives from the record. */
function takeFolderOrGiveUp(): void {
  try {
    openDataFolder(settings.dataDir);
  } catch (error) {
    if (error instanceof StoreRefused) giveUp(error.message);
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

/** The files of documents. A store of them that does not answer yet keeps nobody from meeting. */
async function filesOrGiveUp(): Promise<Files> {
  const place = settings.files;
  if (place === FOLDER) return partOrGiveUp('files', OWN_FOLDER, (directory) => openFolderFiles({ directory }));
  const files = partOrGiveUp('incoming', OWN_FOLDER, (spoolDirectory) => openS3Files({ ...place, spoolDirectory }));
  await files.check().catch((error: unknown) => {
    const { code, message, cause } = error as FilesUnavailable;
    if (code !== 'files.unreachable') giveUp(message);
    log.warn(message, { cause: cause instanceof Error ? cause.message : undefined });
  });
  return files;
}

/** The deployment's secrets, or the one that this data folder keeps for itself. */
function secretsOf({ secrets }: Settings): Secrets {
  if (secrets) return secrets;
  return [partOrGiveUp('secrets', OWN_FOLDER, (directory) => loadOrCreateSecret(directory, 'sessions'))];
}

async function houseOrGiveUp(ports: Ports): Promise<House> {
  anteroom.tell({ code: 'server.starting', reason: 'The server is reading the record.' });
  try {
    return await whenReachable(() => openHouse(ports), { onWaiting: wait, signal: leaving.signal });
  } catch (error) {
    if (leaving.signal.aborted) return never();
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
if (shared) {
  takeFolderOrGiveUp();
  if (!settings.secrets)
    log.warn('SECRET is not set: this server seals sessions with a secret of its own. Several need the same SECRET.');
  if (settings.files === FOLDER)
    log.warn(
      'FILES is folder: documents stored at this server are in its folder alone. Several need one store of files.',
    );
}
const opened = await storeOrGiveUp();
const { store } = opened;
const readModels = partOrGiveUp('read-models.sqlite', 'Remove it: it is built anew from the record.', (file) =>
  ReadModels.open(file, { onDiscarded: (reason) => log.warn(reason) }),
);
const files = await filesOrGiveUp();
const house = await houseOrGiveUp({
  settings,
  publicUrl: () => settings.publicUrl ?? listening.address,
  ...opened,
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
  `Rostrum is at ${settings.publicUrl ?? listening.address}\nThe record is in ${shared ? 'the store that EVENT_STORE names' : settings.dataDir}\n`,
);
const setupLink = house.deps.doors.setupLink();
if (setupLink !== null)
  process.stdout.write(`There is no administrator yet. Open this once to make one: ${setupLink}\n`);
