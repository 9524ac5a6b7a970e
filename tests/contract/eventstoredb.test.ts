/** The event store on EventStoreDB holds the contract. */

import { openEventStoreDb } from '@rostrum/infra/adapters';
import { eventStoreContract } from './event-store.ts';
import type { StoreUnderTest } from './event-store.ts';
import { onEachServer } from './eventstoredb/servers.ts';

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

onEachServer(eventStoreContract, underTest);
