/** Copying to EventStoreDB and from it while the server fails, others write, and things that are not ours stand in it. */

import { FORWARDS, jsonEvent, START } from '@eventstore/db-client';
import { copyStore } from '@rostrum/infra';
import type { Copied, CopyOptions } from '@rostrum/infra';
import { openEventStoreDbExport, openEventStoreDbImport, openEventStoreDb } from '@rostrum/infra/adapters';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventStoreDbServer } from '../eventstoredb/server.ts';
import type { Failure } from '../eventstoredb/faults.ts';
import { seen } from './copying.ts';
import { onSqlite, using } from './copying/places.ts';
import type { Place } from './copying/places.ts';
import { all, saying } from './event-store/given.ts';
import { givenServer, somebodyElse } from './eventstoredb/given.ts';

let embedded: Place;
let server: EventStoreDbServer;
let onServer: Omit<Place, 'remove'>;
beforeEach(async () => {
  embedded = await onSqlite();
  server = await givenServer();
  const { url: connectionString } = server;
  onServer = {
    open: () => openEventStoreDb({ connectionString }),
    source: () => openEventStoreDbExport({ connectionString }),
    target: () => openEventStoreDbImport({ connectionString, deadlineMs: 500 }),
  };
});
afterEach(() => embedded.remove());

type Side = Pick<Place, 'source' | 'target' | 'open'>;

const copy = (from: Side, to: Side, options?: CopyOptions): Promise<Copied> =>
  using(from.source, (source) => using(to.target, (target) => copyStore(source, target, options)));

/** Meetings whose events take turns, and a contact that was deleted. */
const fill = (place: Side): Promise<void> =>
  using(place.open, async (store) => {
    for (let turn = 0; turn < 30; turn += 1) await store.append(`meeting-${turn % 3}`, saying('a', 'b'), 'any');
    await store.append('contact-1.a', saying('c', 'd'), 'none');
    await store.deleteStream('contact-1.a');
    await store.append('contact-1.a', saying('e'), 'none');
  });

const EVENTS = 62;

describe('a server that fails', () => {
  const failures: Failure[] = ['silence', 'lose-reply', 'drop', 'drop-after', 'not-leader', 'unavailable', 'timeout'];
  it.each(failures)('is written to all the same: %s', async (failure) => {
    await fill(embedded);
    server.faults.next('append', {}, failure, {}, {}, failure, failure);
    server.faults.next('delete', failure);
    expect(await copy(embedded, onServer)).toMatchObject({ copied: EVENTS, events: EVENTS });
    expect(await seen(onServer)).toEqual(await seen(embedded));
  });

  it('is read on where it broke off', async () => {
    await fill(onServer);
    server.faults.next('subscribe', { breakAfter: 3 }, 'drop', { breakAfter: 10 }, 'unavailable');
    expect(await copy(onServer, embedded)).toMatchObject({ copied: EVENTS, events: EVENTS });
    expect(await seen(embedded)).toEqual(await seen(onServer));
  });

  it('that breaks between the record of a deletion and the deletion is made up for by the next copy', async () => {
    await using(embedded.open, async (store) => {
      await store.append('contact-1.a', saying('c', 'd'), 'none');
      await store.deleteStream('contact-1.a');
    });
    server.faults.always('delete', 'access-denied');
    await expect(copy(embedded, onServer)).rejects.toMatchObject({ code: 'store.access-denied' });
    server.faults.clear();
    expect(await copy(embedded, onServer)).toMatchObject({ found: 1, copied: 0 });
    server.log.scavenge();
    expect(server.log.all.filter(({ stream }) => stream === 'contact-1.a')).toHaveLength(1);
    expect(await seen(onServer)).toEqual(await seen(embedded));
  });
});

describe('what is not ours on a server', () => {
  it('is left out and counted, and keeps its revision where it stands among ours', async () => {
    const client = somebodyElse(server);
    const foreign = (): ReturnType<typeof jsonEvent> => jsonEvent({ type: 'Ordered', data: { of: 'somebody else' } });
    await client.appendToStream('orders-1', [foreign(), foreign()]);
    await client.appendToStream('meeting-1', [foreign()]);
    await using(onServer.open, (store) => store.append('meeting-1', saying('a', 'b'), 'any'));
    await client.appendToStream('meeting-1', [foreign()]);
    await using(onServer.open, (store) => store.append('meeting-1', saying('c'), 'any'));
    expect(await copy(onServer, embedded)).toMatchObject({ events: 3, foreign: 4 });
    const revisions = await using(embedded.open, async (store) =>
      (await all(store.readStream('meeting-1'))).map(({ revision }) => revision),
    );
    expect(revisions).toEqual([1, 2, 4]);
    expect(await seen(embedded)).toEqual(await seen(onServer));
  });

  it('is no obstacle in a target, unless it stands in a stream that is to be copied', async () => {
    await fill(embedded);
    const client = somebodyElse(server);
    await client.appendToStream('orders-1', [jsonEvent({ type: 'Ordered', data: {} })]);
    expect(await copy(embedded, onServer)).toMatchObject({ events: EVENTS, foreign: 0 });
    await client.appendToStream('meeting-9', [jsonEvent({ type: 'Ordered', data: {} })]);
    await using(embedded.open, (store) => store.append('meeting-9', saying('a'), 'none'));
    await expect(copy(embedded, onServer)).rejects.toMatchObject({
      code: 'copy.target-differs',
      message: expect.stringContaining('meeting-9') as string,
    });
  });
});

describe('a source that is written to while it is copied', () => {
  it('is copied as far as it went when the copy began, and the next copy brings the rest', async () => {
    await fill(onServer);
    await using(onServer.open, async (store) => {
      let written = 0;
      const first = await copy(onServer, embedded, {
        batchEntries: 10,
        onProgress: () => {
          written += 1;
          void store.append('meeting-1', saying(`meanwhile ${written}`), 'any');
        },
      });
      expect(first).toMatchObject({ copied: EVENTS, events: EVENTS });
      expect(await copy(onServer, embedded)).toMatchObject({
        found: EVENTS,
        copied: written,
        events: EVENTS + written,
      });
    });
    expect(await seen(embedded)).toEqual(await seen(onServer));
  });

  it('may delete what is being copied, and clear it away; the next copy deletes it in the target', async () => {
    await fill(onServer);
    await using(onServer.open, async (store) => {
      let deleted: Promise<void> | undefined;
      await copy(onServer, embedded, {
        batchEntries: 10,
        onProgress: () => void (deleted ??= store.deleteStream('meeting-1').then(() => server.log.scavenge())),
      });
      await deleted;
      expect(await copy(onServer, embedded)).toMatchObject({ deletedMeanwhile: 0 });
    });
    expect(await seen(embedded)).toEqual(await seen(onServer));
  });
});

describe('what was deleted', () => {
  /** Everything that the server can still show to anybody. */
  const shown = async (): Promise<string> => {
    server.scavenge();
    const all: unknown[] = [];
    const client = somebodyElse(server);
    for await (const { event } of client.readAll({ direction: FORWARDS, fromPosition: START })) all.push(event?.data);
    return JSON.stringify(all);
  };

  it('before it was copied leaves nothing of its text on the server', async () => {
    await fill(embedded);
    expect(await copy(embedded, onServer)).toMatchObject({ uncleared: 0 });
    expect(await shown()).not.toMatch(/"text":"[cd]"/);
  });

  it('between two copies leaves its last event, which is told, until the last copy clears it away', async () => {
    const secret = 'only-her-address';
    await using(embedded.open, (store) => store.append('contact-1.a', saying('c', secret), 'none'));
    await copy(embedded, onServer);
    await using(embedded.open, (store) => store.deleteStream('contact-1.a'));
    expect(await copy(embedded, onServer)).toMatchObject({ uncleared: 1 });
    expect(await shown()).toContain(secret);
    expect(await copy(embedded, onServer, { last: true })).toMatchObject({ uncleared: 0 });
    expect(await shown()).not.toContain(secret);
    expect(await copy(embedded, onServer)).toMatchObject({ uncleared: 0, copied: 0 });
    expect(await seen(onServer)).toEqual(await seen(embedded));
    await using(onServer.open, async (store) => {
      await store.append('contact-1.a', saying('anew'), 'none');
      expect(await all(store.readStream('contact-1.a'))).toHaveLength(1);
    });
  });
});
