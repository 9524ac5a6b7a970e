/**
 * What copying a whole store promises, sentence by sentence, from one kind of store to another:
 *
 *   copyingContract('SQLite to SQLite', onSqlite, onSqlite);
 */

import type { RecordedEvent } from '@rostrum/events';
import { copyStore, CopyRefused } from '@rostrum/infra';
import type { Copied, CopyOptions, EventStore } from '@rostrum/infra';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { befall, deeds, STREAMS } from './copying/deeds.ts';
import type { NewPlace, Place } from './copying/places.ts';
import { using } from './copying/places.ts';
import { all, said, saying } from './event-store/given.ts';

const RUNS = Number(process.env['COPY_RUNS'] ?? 25);

export const copy = (from: Place, to: Place, options?: CopyOptions): Promise<Copied> =>
  using(from.source, (source) => using(to.target, (target) => copyStore(source, target, options)));

/** Everything that can be read, but for the positions, which each store counts its own way. */
const contentOf = async (store: EventStore): Promise<readonly object[]> =>
  (await all(store.readAll())).map((event: RecordedEvent) => ({ ...event, position: 'its own' }));

/** What is to be seen of a place: the record, each stream, and at which revision each stream would go on. */
export const seen = (place: Pick<Place, 'open'>): Promise<object> =>
  using(place.open, async (store) => {
    const record = await contentOf(store);
    const streams = [];
    for (const stream of STREAMS) {
      const events = await all(store.readStream(stream));
      streams.push(events.map(({ id, revision }) => ({ id, revision })));
    }
    return { record, streams };
  });

const goesOnAt = (place: Place): Promise<readonly number[]> =>
  using(place.open, async (store) => {
    const revisions = [];
    for (const stream of STREAMS) revisions.push((await store.append(stream, saying('on'), 'any')).revision);
    return revisions;
  });

/** Copies in batches of one entry and stops after so many of them. */
async function copyInterrupted(from: Place, to: Place, batches: number): Promise<void> {
  const interruption = new AbortController();
  let written = 0;
  const onProgress: CopyOptions['onProgress'] = ({ phase }) => {
    if (phase === 'copying') written += 1;
    if (written >= batches) interruption.abort();
  };
  if (batches === 0) interruption.abort();
  await copy(from, to, { batchEntries: 1, onProgress, signal: interruption.signal }).catch((error: unknown) => {
    if (!(error instanceof CopyRefused) || error.code !== 'copy.interrupted') throw error;
  });
}

/** Declares the suite for one pair of stores. */
export function copyingContract(name: string, newSource: NewPlace, newTarget: NewPlace): void {
  describe(`copying from ${name}`, () => {
    let from: Place;
    let to: Place;
    const begin = async (): Promise<void> => {
      from = await newSource();
      to = await newTarget();
    };
    const end = async (): Promise<void> => {
      await from.remove();
      await to.remove();
    };
    beforeEach(begin);
    afterEach(end);

    /** Runs a property, each time between places of its own. */
    const holds = async <T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => Promise<void>): Promise<void> => {
      const anew = async (): Promise<void> => {
        await end();
        await begin();
      };
      await fc.assert(fc.asyncProperty(arbitrary, predicate).beforeEach(anew), { numRuns: RUNS });
    };

    it('copies an empty store', async () => {
      await using(from.open, async () => undefined);
      expect(await copy(from, to)).toMatchObject({ found: 0, copied: 0, events: 0 });
    });

    it('keeps events, revisions and their order, whatever befell the store', { timeout: 120_000 }, async () => {
      await holds(deeds(25), async (done) => {
        await using(from.open, (store) => befall(store, done));
        await copy(from, to);
        expect(await seen(to)).toEqual(await seen(from));
        expect(await goesOnAt(to)).toEqual(await goesOnAt(from));
      });
    });

    it('goes on where it was interrupted, whatever befell the source meanwhile', { timeout: 120_000 }, async () => {
      const rounds = fc.array(fc.record({ done: deeds(8), batches: fc.nat({ max: 12 }) }), {
        minLength: 1,
        maxLength: 4,
      });
      await holds(rounds, async (each) => {
        await using(from.open, async () => undefined);
        for (const { done, batches } of each) {
          await using(from.open, (store) => befall(store, done));
          await copyInterrupted(from, to, batches);
        }
        const { found, copied, events } = await copy(from, to);
        expect(found + copied).toBeGreaterThanOrEqual(events);
        expect(await seen(to)).toEqual(await seen(from));
        expect(await goesOnAt(to)).toEqual(await goesOnAt(from));
      });
    });

    it('writes nothing where all is copied, and says the same digest', async () => {
      await using(from.open, (store) => store.append('meeting-1', saying('a', 'b'), 'none'));
      const first = await copy(from, to);
      expect(first).toMatchObject({
        found: 0,
        copied: 2,
        events: 2,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      });
      expect(await copy(from, to)).toEqual({ ...first, found: 2, copied: 0 });
    });

    it('refuses a target that is not the beginning of a copy, and leaves it as it is', async () => {
      await using(from.open, (store) => store.append('meeting-1', saying('a', 'b'), 'none'));
      await using(to.open, (store) => store.append('meeting-1', saying('of another store'), 'none'));
      const before = await seen(to);
      await expect(copy(from, to)).rejects.toMatchObject({ code: 'copy.target-differs' });
      expect(await seen(to)).toEqual(before);
    });

    it('refuses a target that went on after it was copied', async () => {
      await using(from.open, (store) => store.append('meeting-1', saying('a', 'b'), 'none'));
      await copy(from, to);
      await using(to.open, (store) => store.append('meeting-1', [said('written on')], 1));
      await expect(copy(from, to)).rejects.toMatchObject({ code: 'copy.target-differs' });
    });

    it('lets a retry of what was appended in any order be told there as well', async () => {
      const [event] = saying('came in');
      await using(from.open, (store) => store.append('attendance-1', [event!], 'any'));
      await copy(from, to);
      await using(to.open, async (store) => {
        expect(await store.append('attendance-1', [event!], 'any')).toMatchObject({ revision: 0 });
        expect(await all(store.readStream('attendance-1'))).toHaveLength(1);
      });
    });
  });
}
