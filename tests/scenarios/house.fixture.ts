// A house for a play: the real server's parts on a SQLite file in a folder of its own.

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Log, openHouse, readSettings } from '@rostrum/api/server';
import type { House } from '@rostrum/api/server';
import { openFolderFiles, openLocalProcessHome, openSqliteEventStore } from '@rostrum/infra/adapters';
import { ReadModels } from '@rostrum/projections/tables';
import { SteppedClock } from './play.ts';

export type Playhouse = { readonly house: House; readonly clock: SteppedClock; readonly remove: () => Promise<void> };

/** Opens one; `remove` closes it and deletes its folder. */
export async function openPlayhouse(now: string): Promise<Playhouse> {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-play-'));
  const clock = new SteppedClock(now);
  const store = await openSqliteEventStore({ directory });
  const readModels = ReadModels.open(join(directory, 'read-models.sqlite'));
  const house = await openHouse({
    settings: readSettings(
      { DATA_DIR: directory, LOG_LEVEL: 'error', ADMIN_PASSWORD: 'a password for a play' },
      directory,
    ),
    publicUrl: () => 'http://localhost',
    store,
    processHome: openLocalProcessHome({ directory: join(directory, 'processes') }),
    files: openFolderFiles({ directory: join(directory, 'files') }),
    readModels,
    clock,
    newId: randomUUID,
    log: new Log({ level: 'error', clock, write: (line) => void process.stderr.write(line) }),
    secrets: [randomBytes(32)],
    webRoot: join(directory, 'no-web'),
  });
  const remove = async () => {
    house.leave();
    await house.idle();
    await store.close();
    readModels.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { house, clock, remove };
}
