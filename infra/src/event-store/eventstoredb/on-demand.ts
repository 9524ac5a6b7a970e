/**
 * What opens EventStoreDB. The client and its protocol take a while to load and much memory: whoever keeps the record in
 * a folder does not pay for them.
 */

import type { StoreExport, StoreImport } from '../transfer.ts';
import type { TransferOptions } from './export.ts';
import type { ImportOptions } from './import.ts';
import type { EventStoreDbOptions } from './open.ts';
import type { EventStoreDb } from './store.ts';

/** As `openEventStoreDb` in `open.ts`. */
export const openEventStoreDb = async (options: EventStoreDbOptions): Promise<EventStoreDb> =>
  (await import('./open.ts')).openEventStoreDb(options);

/** As `openEventStoreDbExport` in `export.ts`. */
export const openEventStoreDbExport = async (options: TransferOptions): Promise<StoreExport> =>
  (await import('./export.ts')).openEventStoreDbExport(options);

/** As `openEventStoreDbImport` in `import.ts`. */
export const openEventStoreDbImport = async (options: ImportOptions): Promise<StoreImport> =>
  (await import('./import.ts')).openEventStoreDbImport(options);
