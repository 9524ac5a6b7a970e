/** The home of processes on EventStoreDB holds the contract. */

import { openEventStoreDb } from '@rostrum/infra/adapters';
import { onEachServer } from './eventstoredb/servers.ts';
import { processHomeContract } from './process-home.ts';
import type { HomeUnderTest } from './process-home.ts';

async function underTest(connectionString: string, namespace: string): Promise<HomeUnderTest> {
  let now = 0;
  const open = () => openEventStoreDb({ connectionString, namespace, elapsed: () => now });
  const machines = await Promise.all([open(), open()]);
  return {
    homes: [machines[0].processHome, machines[1].processHome],
    elapse: (milliseconds) => {
      now += milliseconds;
    },
    reopen: async () => {
      const again = await open();
      machines.push(again);
      return again.processHome;
    },
    close: async () => {
      await Promise.all(machines.map((machine) => machine.close()));
    },
  };
}

onEachServer((name, open) => processHomeContract(`on ${name}`, open), underTest);
