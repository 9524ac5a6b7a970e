// The composition root: reads the settings, opens the adapters, puts the application on them, listens, and on a signal
// leaves in good order.

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { loadOrCreateSecret, openFolderFiles, openSqliteEventStore, SecretDamaged } from '@rostrum/infra/adapters';
import { StoreRefused, systemClock } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';
import { ReadModels } from '@rostrum/projections/tables';
import { openHouse } from './house.ts';
import type { House, Ports } from './house.ts';
import { listen } from './listen.ts';
import { Log } from './operations/log.ts';
import { MistakenSettings, readSettings } from './settings.ts';
import type { Settings } from './settings.ts';

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

async function storeOrGiveUp(directory: string): Promise<EventStore> {
  try {
    return await openSqliteEventStore({ directory });
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

async function houseOrGiveUp(ports: Ports): Promise<House> {
  try {
    return await openHouse(ports);
  } catch (error) {
    if (error instanceof MistakenSettings) return giveUp(...error.lines);
    throw error;
  }
}

const settings = settingsOrGiveUp();
const log = new Log({
  level: settings.logLevel,
  clock: systemClock,
  plain: process.stdout.isTTY,
  write: (line) => process.stdout.write(line),
});
const store = await storeOrGiveUp(settings.dataDir);
let address = '';
const readModels = partOrGiveUp('read-models.sqlite', 'Remove it: it is built anew from the record.', (file) =>
  ReadModels.open(file, { onDiscarded: (reason) => log.warn(reason) }),
);
const house = await houseOrGiveUp({
  settings,
  publicUrl: () => settings.publicUrl ?? address,
  store,
  files: partOrGiveUp('files', OWN_FOLDER, (directory) => openFolderFiles({ directory })),
  readModels,
  clock: systemClock,
  newId: randomUUID,
  log,
  secrets: [partOrGiveUp('secrets', OWN_FOLDER, (directory) => loadOrCreateSecret(directory, 'sessions'))],
  webRoot: join(import.meta.dirname, '..', '..', 'web', 'dist'),
});
const listening = await listen(house, settings).catch((error: unknown) =>
  giveUp(error instanceof Error ? error.message : String(error)),
);
address = listening.address;
process.stdout.write(`Rostrum is at ${settings.publicUrl ?? address}\nThe record is in ${settings.dataDir}\n`);
const setupLink = house.deps.doors.setupLink();
if (setupLink !== null)
  process.stdout.write(`There is no administrator yet. Open this once to make one: ${setupLink}\n`);

let leaving = false;
async function leave(signal: NodeJS.Signals): Promise<void> {
  // Ctrl-C reaches npm and the server alike and may arrive twice.
  if (leaving) return;
  leaving = true;
  log.info('Leaving.', { signal });
  await listening.close();
  await store.close();
  readModels.close();
  process.exit(0);
}
process.on('SIGINT', (signal) => void leave(signal));
process.on('SIGTERM', (signal) => void leave(signal));
