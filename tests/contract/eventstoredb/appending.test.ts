/** Appends to EventStoreDB when something goes wrong on the way: nothing twice, nothing lost, and an answer in time. */

import { EventTooLarge, OutcomeUnknown, StoreUnavailable, WrongExpectedRevision } from '@rostrum/infra';
import type { ExpectedRevision } from '@rostrum/infra';
import { describe, expect, it } from 'vitest';
import { all, said, saying, texts } from '../event-store/given.ts';
import { foreign, givenServer, givenStore, openOn, somebodyElse } from './given.ts';

const before = 'before';

describe('an append to EventStoreDB', () => {
  const expectations: readonly (readonly [ExpectedRevision, string])[] = [
    ['none', 'meeting-new'],
    [0, 'meeting-1'],
    ['any', 'meeting-1'],
  ];

  it.each(expectations)(
    'after %j whose answer was lost is of unknown outcome, and stands once when it is sent again',
    async (expected, stream) => {
      const { server, store } = await givenStore({ deadlineMs: 300 });
      await store.append('meeting-1', saying(before), 'none');
      const events = saying('a', 'b');
      server.faults.next('append', 'lose-reply');
      await expect(store.append(stream, events, expected)).rejects.toBeInstanceOf(OutcomeUnknown);
      const first = await store.append(stream, events, expected);
      const standing = await all(store.readStream(stream));
      expect(standing.slice(-2).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      expect(first).toEqual({ revision: standing.at(-1)!.revision, position: standing.at(-1)!.position });
      expect(await all(store.readAll())).toHaveLength(3);
    },
  );

  it.each(expectations)(
    'after %j stands once where the connection broke before the answer, without anybody having to know',
    async (expected, stream) => {
      const { server, store } = await givenStore();
      await store.append('meeting-1', saying(before), 'none');
      for (const fault of ['drop-after', 'drop'] as const) {
        server.faults.next('append', fault);
        const name = stream === 'meeting-1' ? stream : `${stream}-${fault}`;
        const { length } = await all(store.readStream(name));
        const after = typeof expected === 'number' ? length - 1 : expected;
        await store.append(name, saying('a', 'b'), after);
        expect((await texts(store.readStream(name))).slice(length)).toEqual(['a', 'b']);
      }
    },
  );

  it('with "any" stands once though the server has forgotten it and others have appended since', async () => {
    const { server, store } = await givenStore({ deadlineMs: 300 });
    const other = await openOn(server.url);
    const events = saying('joined', 'waved');
    server.faults.next('append', 'lose-reply');
    await expect(store.append('attendance-1', events, 'any')).rejects.toBeInstanceOf(OutcomeUnknown);
    await other.append('attendance-1', saying('x'), 'any');
    await server.restart();
    const again = await store.append('attendance-1', events, 'any');
    expect(again.revision).toBe(1);
    expect(await texts(other.readStream('attendance-1'))).toEqual(['joined', 'waved', 'x']);
    expect(await store.append('attendance-1', events, 'any')).toEqual(again);
  });

  it('with "any" is written where it was not, when it is sent again', async () => {
    const { server, store } = await givenStore({ deadlineMs: 300 });
    const events = saying('joined');
    server.faults.next('append', 'silence');
    await expect(store.append('attendance-1', events, 'any')).rejects.toBeInstanceOf(OutcomeUnknown);
    await server.restart();
    expect(await store.append('attendance-1', events, 'any')).toMatchObject({ revision: 0 });
    expect(await texts(store.readStream('attendance-1'))).toEqual(['joined']);
  });

  it('is answered within its deadline by a server that says nothing', async () => {
    const { server, store } = await givenStore({ deadlineMs: 400 });
    server.faults.always('append', 'silence');
    const began = performance.now();
    const outcomes = await Promise.allSettled([
      store.append('meeting-1', saying('a'), 'none'),
      store.append('meeting-2', saying('a'), 'any'),
    ]);
    expect(performance.now() - began).toBeLessThan(4000);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { code: 'store.outcome-unknown' } });
    server.faults.clear();
    await store.append('meeting-1', saying('b'), 'none');
    expect(await texts(store.readAll())).toEqual(['b']);
  });

  it('waits for a server that restarts', async () => {
    const { server, store } = await givenStore({ deadlineMs: 10_000 });
    await store.append('meeting-1', saying('a'), 'none');
    await server.stop();
    const under = [store.append('meeting-1', saying('b'), 0), store.append('attendance-1', saying('c'), 'any')];
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.start();
    await Promise.all(under);
    expect(await texts(store.readStream('meeting-1'))).toEqual(['a', 'b']);
    expect(await texts(store.readStream('attendance-1'))).toEqual(['c']);
  });

  it('says that nothing was written where the server cannot be reached in time', async () => {
    const { server, store } = await givenStore({ deadlineMs: 300 });
    await store.append('meeting-1', saying('a'), 'none');
    await server.stop();
    // The first may have been on its way when the connection broke; the second finds none.
    await store.append('meeting-1', saying('b'), 0).catch(() => undefined);
    const refusal = await store.append('meeting-1', saying('c'), 0).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreUnavailable);
    expect(refusal).toMatchObject({ code: 'store.unreachable' });
    await server.start();
    expect(await texts(store.readAll())).toEqual(['a']);
  });

  it('tries again where the server is busy, and where it says that it took too long', async () => {
    const { server, store } = await givenStore();
    server.faults.next('append', 'unavailable', 'timeout', 'unavailable');
    expect(await store.append('meeting-1', saying('a'), 'none')).toMatchObject({ revision: 0 });
    expect(await texts(store.readAll())).toEqual(['a']);
  });

  it.each(['access-denied', 'not-authenticated'] as const)(
    'is refused with a reason where the user may not, and goes through once he may: %s',
    async (fault) => {
      const { server, store } = await givenStore();
      server.faults.always('append', fault);
      const refusal = await store.append('meeting-1', saying('a'), 'none').catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(StoreUnavailable);
      expect(refusal).toMatchObject({ code: 'store.access-denied' });
      server.faults.clear();
      expect(await store.append('meeting-1', saying('b'), 'none')).toMatchObject({ revision: 0 });
    },
  );

  it('does not let what befalls one store of a process touch another', async () => {
    const { server, store } = await givenStore();
    const elsewhere = await givenServer();
    const other = await openOn(elsewhere.url);
    elsewhere.faults.always('append', { delay: 300 });
    const slow = other.append('meeting-1', saying('slow'), 'none');
    server.faults.next('append', 'drop-after');
    await store.append('meeting-1', saying('a'), 'none');
    expect(await slow).toMatchObject({ revision: 0 });
  });

  it('that is too large for the server is refused as a whole, and the next such before it is sent', async () => {
    const server = await givenServer({ maxAppendSize: 10_000 });
    const store = await openOn(server.url);
    const large = [said('x'.repeat(6000)), said('y'.repeat(6000))];
    const refusals = [
      await store.append('meeting-1', large, 'none').catch((error: unknown) => error),
      await (server.faults.always('append', 'silence'), store.append('meeting-1', large, 'none')).catch(
        (error: unknown) => error,
      ),
    ];
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(EventTooLarge);
      expect(refusal).toMatchObject({ code: 'store.event-too-large', maxBytes: 10_000 });
    }
    server.faults.clear();
    await store.append('meeting-1', large.slice(0, 1), 'none');
    await store.append('meeting-1', large.slice(1), 0);
    expect(await all(store.readStream('meeting-1'))).toHaveLength(2);
  });

  it('goes into a stream in which somebody else has written as well', async () => {
    const { server, store } = await givenStore();
    const client = somebodyElse(server);
    await client.appendToStream('meeting-2', [foreign('Begun')]);
    expect(await store.append('meeting-2', saying('a'), 'none')).toMatchObject({ revision: 1 });
    const { revision } = await store.append('meeting-1', saying('a'), 'none');
    await client.appendToStream('meeting-1', [foreign('Meddled'), foreign('Meddled')]);
    const events = saying('b', 'c');
    const first = await store.append('meeting-1', events, revision);
    expect(first.revision).toBe(4);
    expect(await store.append('meeting-1', events, revision)).toEqual(first);
    await expect(store.append('meeting-1', saying('d'), revision)).rejects.toMatchObject({ actual: 4 });
    expect(await texts(store.readStream('meeting-1'))).toEqual(['a', 'b', 'c']);
  });

  it('to a stream that somebody ended for ever is refused with a reason', async () => {
    const { server, store } = await givenStore();
    await store.append('meeting-1', saying('a'), 'none');
    await store.append('meeting-2', saying('b'), 'none');
    await somebodyElse(server).tombstoneStream('meeting-1');
    // It is told to everybody as any deletion is.
    await expect.poll(() => texts(store.readAll())).toEqual(['b', 'deleted meeting-1']);
    for (const expected of ['none', 'any'] as const) {
      const refusal = await store.append('meeting-1', saying('c'), expected).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(StoreUnavailable);
      expect(refusal).toMatchObject({ code: 'store.damaged', message: expect.stringContaining('meeting-1') as string });
    }
    await expect(store.append('meeting-1', saying('c'), 0)).rejects.toMatchObject({ actual: 'none' });
    expect(await all(store.readStream('meeting-1'))).toEqual([]);
    expect(await all(store.readStream('meeting-1', { direction: 'backwards', from: 3 }))).toEqual([]);
    await store.deleteStream('meeting-1');
    expect(await store.append('meeting-2', saying('d'), 0)).toMatchObject({ revision: 1 });
    expect(await texts(store.readAll())).toEqual(['b', 'deleted meeting-1', 'd']);
  });

  it('to a stream that somebody deleted or cut off tells everybody of the deletion, and goes on', async () => {
    const { server, store } = await givenStore();
    await store.append('meeting-1', saying('a', 'b'), 'none');
    await store.append('meeting-2', saying('c', 'd', 'e'), 'none');
    await somebodyElse(server).deleteStream('meeting-1');
    await expect.poll(() => texts(store.readAll())).toEqual(['c', 'd', 'e', 'deleted meeting-1']);
    await expect(store.append('meeting-1', saying('f'), 1)).rejects.toMatchObject({ actual: 'none' });
    expect(await store.append('meeting-1', saying('f'), 'none')).toMatchObject({ revision: 2 });
    await somebodyElse(server).setStreamMetadata('meeting-2', { truncateBefore: 2 });
    await expect.poll(() => texts(store.readAll())).toEqual(['e', 'deleted meeting-1', 'f', 'deleted meeting-2']);
    expect(await store.append('meeting-2', saying('g'), 2)).toMatchObject({ revision: 3 });
    expect(await texts(store.readStream('meeting-2'))).toEqual(['e', 'g']);
  });

  it('goes on in a stream that somebody emptied', async () => {
    const { server, store } = await givenStore();
    await store.append('meeting-1', saying('a', 'b'), 'none');
    await somebodyElse(server).deleteStream('meeting-1');
    expect(await all(store.readStream('meeting-1'))).toEqual([]);
    expect(await store.append('meeting-1', saying('c'), 'none')).toMatchObject({ revision: 2 });
    await store.append('meeting-2', saying('a', 'b'), 'none');
    await somebodyElse(server).setStreamMetadata('meeting-2', { truncateBefore: 2 });
    expect(await all(store.readStream('meeting-2'))).toEqual([]);
    expect(await store.append('meeting-2', saying('c'), 'none')).toMatchObject({ revision: 2 });
    await expect(store.append('meeting-2', saying('c'), 'none')).rejects.toBeInstanceOf(WrongExpectedRevision);
  });
});
