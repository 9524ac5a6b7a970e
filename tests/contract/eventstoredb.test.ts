/**
 * The event store on EventStoreDB holds the contract: on the server for tests always, and where `ESDB_URL` names one also
 * on a real EventStoreDB or KurrentDB. That one may hold other things: each test has a namespace of its own in it.
 */

import { randomUUID } from 'node:crypto';
import { openEventStoreDb } from '@rostrum/infra/adapters';
import { startEventStoreDb } from '../eventstoredb/server.ts';
import { eventStoreContract } from './event-store.ts';
import type { StoreUnderTest } from './event-store.ts';

async function underTest(connectionString: string, namespace: string): Promise<StoreUnderTest> {
  const open = () => openEventStoreDb({ connectionString, namespace });
  const store = await open();
  let current = store;
  return {
    store,
    races: 25,
    reopen: async () => {
      await current.close();
      current = await open();
      return current;
    },
    close: () => current.close(),
  };
}

eventStoreContract('EventStoreDB, as its protocol is spoken in tests', async () => {
  const server = await startEventStoreDb();
  const given = await underTest(server.url, '');
  return {
    ...given,
    close: async () => {
      await given.close();
      await server.close();
    },
  };
});

const real = process.env['ESDB_URL'];
if (real !== undefined && real !== '') {
  eventStoreContract('EventStoreDB', () => underTest(real, `test-${randomUUID()}-`));
}
