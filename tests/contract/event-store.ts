/**
 * The contract of the event store, sentence by sentence. Every adapter of `infra/src/event-store/port.ts` passes it:
 *
 *   eventStoreContract('SQLite', async () => ({ store, reopen, close }));
 */

import { afterEach, beforeEach, describe } from 'vitest';
import { appending } from './event-store/appending.ts';
import { concurrency } from './event-store/concurrency.ts';
import { deleting } from './event-store/deleting.ts';
import type { StoreUnderTest } from './event-store/given.ts';
import { reading } from './event-store/reading.ts';
import { retrying } from './event-store/retrying.ts';
import { subscribing } from './event-store/subscribing.ts';

export type { StoreUnderTest } from './event-store/given.ts';

const CHAPTERS = { appending, retrying, reading, subscribing, deleting, concurrency };

/**
 * Declares the suite for one adapter.
 * @param name of the adapter, for the report.
 * @param open an empty store, a new one for each test.
 */
export function eventStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the event store on ${name}`, () => {
    let current: StoreUnderTest;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(() => current.close());
    describe.each(Object.entries(CHAPTERS))('%s', (_, sentences) => {
      sentences(() => current);
    });
  });
}
