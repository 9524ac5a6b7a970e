/** Copying holds its promises between every two kinds of store; with a real server too, where `ESDB_URL` names one. */

import { copyingContract } from './copying.ts';
import { onRealServer, onScavengedServer, onSqlite, onTestServer } from './copying/places.ts';

copyingContract('SQLite to SQLite', onSqlite, onSqlite);
copyingContract('SQLite to EventStoreDB', onSqlite, onTestServer);
copyingContract('EventStoreDB to SQLite', onTestServer, onSqlite);
copyingContract('EventStoreDB to EventStoreDB', onTestServer, onTestServer);
copyingContract('EventStoreDB after its scavenge to SQLite', onScavengedServer, onSqlite);
copyingContract('EventStoreDB after its scavenge to EventStoreDB', onScavengedServer, onTestServer);

const real = process.env['ESDB_URL'];
if (real !== undefined && real !== '') {
  copyingContract('SQLite to a real EventStoreDB', onSqlite, onRealServer(real));
  copyingContract('a real EventStoreDB to SQLite', onRealServer(real), onSqlite);
}
