/** What opens the concrete adapters: for the composition root, the command line and tests, and nobody else. */

export { openDataFolder } from './event-store/sqlite/data-folder.ts';
export { openSqliteExport } from './event-store/sqlite/export.ts';
export { openSqliteImport } from './event-store/sqlite/import.ts';
export type { SqliteImportOptions } from './event-store/sqlite/import.ts';
export { endpointsOf } from './event-store/eventstoredb/address.ts';
export type { TransferOptions } from './event-store/eventstoredb/export.ts';
export {
  openEventStoreDb,
  openEventStoreDbExport,
  openEventStoreDbImport,
} from './event-store/eventstoredb/on-demand.ts';
export type { EventStoreDbOptions } from './event-store/eventstoredb/open.ts';
export type { EventStoreDb } from './event-store/eventstoredb/store.ts';
export { openSqliteEventStore } from './event-store/sqlite/open.ts';
export type { SqliteOptions } from './event-store/sqlite/open.ts';
export { snapshotDataFolder } from './event-store/sqlite/snapshot-folder.ts';
export type { SnapshotOptions } from './event-store/sqlite/snapshot.ts';
export type { SqliteEventStore } from './event-store/sqlite/store.ts';
export { openFolderFiles } from './files/folder.ts';
export { openLocalProcessHome } from './process-home/local.ts';
export type { LocalProcessHomeOptions } from './process-home/local.ts';
export { loadOrCreateSecret, SecretDamaged } from './secrets/keyring.ts';
export { openS3Files } from './files/s3.ts';
export type { S3FilesOptions } from './files/s3.ts';
export type { S3Credentials } from './files/s3/requests.ts';
