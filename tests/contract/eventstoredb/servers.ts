/**
 * Where a contract is held against EventStoreDB: on the server for tests always, and where `ESDB_URL` names one also on a
 * real EventStoreDB or KurrentDB. That one may hold other things: each test has a namespace of its own in it.
 */

import { randomUUID } from 'node:crypto';
import { startEventStoreDb } from '../../eventstoredb/server.ts';

/**
 * Declares a contract for each server there is.
 * @param contract is given the server's name, for the report, and what opens a new test's own part of it
 * @param open what is under test, by connection string and namespace
 */
export function onEachServer<T extends { readonly close: () => Promise<void> }>(
  contract: (name: string, open: () => Promise<T>) => void,
  open: (connectionString: string, namespace: string) => Promise<T>,
): void {
  contract('EventStoreDB, as its protocol is spoken in tests', async () => {
    const server = await startEventStoreDb();
    const given = await open(server.url, '');
    return {
      ...given,
      close: async () => {
        await given.close();
        await server.close();
      },
    };
  });
  const real = process.env['ESDB_URL'];
  if (real) contract('EventStoreDB', () => open(real, `test-${randomUUID()}-`));
}
