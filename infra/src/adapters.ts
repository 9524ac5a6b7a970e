/** What opens the concrete adapters: for the composition root, the command line and tests, and nobody else. */

export { openSqliteEventStore } from './event-store/sqlite/open.ts';
export type { SqliteOptions } from './event-store/sqlite/open.ts';
export { openFolderFiles } from './files/folder.ts';
export { openLocalProcessHome } from './process-home/local.ts';
export type { LocalProcessHomeOptions } from './process-home/local.ts';
export { loadOrCreateSecret, SecretDamaged } from './secrets/keyring.ts';
