/** The SQLite event store holds the contract. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore } from '@rostrum/infra/adapters';
import { eventStoreContract } from './event-store.ts';

eventStoreContract('SQLite', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-store-'));
  const store = await openSqliteEventStore({ directory });
  let current = store;
  return {
    store,
    reopen: async () => {
      await current.close();
      current = await openSqliteEventStore({ directory });
      return current;
    },
    close: async () => {
      await current.close();
      rmSync(directory, { recursive: true });
    },
  };
});
