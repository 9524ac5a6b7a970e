/** The home of processes on EventStoreDB holds the contract: on the server for tests always, where `ESDB_URL` names one also there. */

import { randomUUID } from 'node:crypto';
import { openEventStoreDb } from '@rostrum/infra/adapters';
import { startEventStoreDb } from '../eventstoredb/server.ts';
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

processHomeContract('on EventStoreDB, as its protocol is spoken in tests', async () => {
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
  processHomeContract('on EventStoreDB', () => underTest(real, `test-${randomUUID()}-`));
}
