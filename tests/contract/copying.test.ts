/** Copying holds its promises between every two kinds of store; with a real server too, where `ESDB_URL` names one. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copy, copyingContract, seen } from './copying.ts';
import { befall, deeds } from './copying/deeds.ts';
import { onRealServer, onScavengedServer, onSqlite, onTestServer, using } from './copying/places.ts';

copyingContract('SQLite to SQLite', onSqlite, onSqlite);
copyingContract('SQLite to EventStoreDB', onSqlite, onTestServer);
copyingContract('EventStoreDB to SQLite', onTestServer, onSqlite);
copyingContract('EventStoreDB to EventStoreDB', onTestServer, onTestServer);
copyingContract('EventStoreDB after its scavenge to SQLite', onScavengedServer, onSqlite);
copyingContract('EventStoreDB after its scavenge to EventStoreDB', onScavengedServer, onTestServer);

it('a store that went to many machines and back is what it was', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(deeds(25), async (done) => {
      const [first, many, second] = [await onSqlite(), await onTestServer(), await onSqlite()];
      await using(first.open, (store) => befall(store, done));
      const there = await copy(first, many);
      const back = await copy(many, second);
      expect(back.digest).toBe(there.digest);
      expect(await seen(second)).toEqual(await seen(first));
      for (const place of [first, many, second]) await place.remove();
    }),
    { numRuns: 25 },
  );
});

const real = process.env['ESDB_URL'];
if (real !== undefined && real !== '') {
  copyingContract('SQLite to a real EventStoreDB', onSqlite, onRealServer(real));
  copyingContract('a real EventStoreDB to SQLite', onRealServer(real), onSqlite);
}
