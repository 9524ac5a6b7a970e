/** What a subscription promises: the past, then the present, in one order, without a gap or a double. */

import { expect, it } from 'vitest';
import type { Delivery } from '@rostrum/infra';
import { all, caughtUp, deliveriesUntil, saying, textOf } from './given.ts';
import type { GivenStore } from './given.ts';

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => String(from + index));

export function subscribing(given: GivenStore): void {
  it('says at once that it has caught up with an empty store', async () => {
    const { deliveries } = await caughtUp(given().store, { after: 'start' });
    expect(deliveries).toEqual([{ events: [], caughtUp: true, position: 0n }]);
  });

  it('delivers the past, says that it has caught up, and goes on with what is appended', async () => {
    const { store } = given();
    await store.append('meeting-1', saying(...numbered(0, 600)), 'none');
    let appended = false;
    const { deliveries, events } = await deliveriesUntil(store, { after: 'start' }, (delivered, delivery) => {
      if (delivery.caughtUp && !appended) {
        appended = true;
        void store.append('meeting-1', saying('600'), 599);
        void store.append('meeting-2', saying('601'), 'none');
      }
      return delivered.length >= 602;
    });
    expect(events.map(textOf)).toEqual(numbered(0, 602));
    expect(events).toEqual(await all(store.readAll()));
    expect(deliveries[0]!.caughtUp).toBe(false);
    expect(deliveries.every((delivery) => delivery.events.length > 0)).toBe(true);
    expect(deliveries.at(-1)).toMatchObject({ caughtUp: true, position: await store.lastPosition() });
  });

  it('begins after any position', async () => {
    const { store } = given();
    await store.append('meeting-1', saying(...numbered(0, 20)), 'none');
    const everything = await all(store.readAll());
    for (const after of [0, 7, 18, 19]) {
      const { events } = await caughtUp(store, { after: everything[after]!.position });
      expect(events).toEqual(everything.slice(after + 1));
    }
  });

  it('begins at the end as it was when subscribing, not when the first delivery is asked for', async () => {
    const { store } = given();
    await store.append('meeting-1', saying('before'), 'none');
    const end = new AbortController();
    const subscription = store.subscribe({ after: 'end', signal: end.signal });
    await store.append('meeting-1', saying('after'), 0);
    const seen: string[] = [];
    for await (const { events } of subscription) {
      seen.push(...events.map(textOf));
      if (seen.length > 0) end.abort();
    }
    expect(seen).toEqual(['after']);
  });

  it('marks every delivery with the position up to which everything is delivered', async () => {
    const { store } = given();
    await store.append('meeting-1', saying(...numbered(0, 900)), 'none');
    const everything = await all(store.readAll());
    const { deliveries } = await caughtUp(store, { after: 'start' });
    for (const { position } of deliveries) {
      const rest = await caughtUp(store, { after: position });
      expect(rest.events).toEqual(everything.filter((event) => event.position > position));
    }
  });

  it('delivers only the streams that were asked for, from the past and live', async () => {
    const { store } = given();
    const names = ['meeting-1', 'meetings-2', 'account-1', 'meeting-12', 'contact-1'];
    const round = async (): Promise<void> => {
      for (const name of names) await store.append(name, saying(name), 'any');
    };
    await round();
    let live = false;
    const { events } = await deliveriesUntil(
      store,
      { after: 'start', prefixes: ['meeting-', 'account-1'] },
      (delivered, delivery) => {
        if (delivery.caughtUp && !live) {
          live = true;
          void round();
        }
        return delivered.length >= 6;
      },
    );
    const wanted = ['meeting-1', 'account-1', 'meeting-12'];
    expect(events.map((event) => event.stream)).toEqual([...wanted, ...wanted]);
  });

  it('finds the streams that were asked for in a long past', async () => {
    const { store } = given();
    for (let round = 0; round < 6; round++) {
      await Promise.all([
        store.append('meeting-1', saying(...numbered(round * 400, round * 400 + 400)), 'any'),
        store.append('account-1', saying(...numbered(0, 600)), 'any'),
      ]);
    }
    const { events, deliveries } = await caughtUp(store, { after: 'start', prefixes: ['meeting-'] });
    expect(events.map(textOf)).toEqual(numbered(0, 2400));
    expect(deliveries.at(-1)!.position).toBe(await store.lastPosition());
  });

  it('moves its position on past events that were not asked for', async () => {
    const { store } = given();
    await store.append('account-1', saying(...numbered(0, 700)), 'none');
    const { deliveries } = await caughtUp(store, { after: 'start', prefixes: ['meeting-'] });
    expect(deliveries.flatMap((delivery) => delivery.events)).toEqual([]);
    expect(deliveries.at(-1)!.position).toBe(await store.lastPosition());
    let appended: Promise<unknown> | undefined;
    const live = await deliveriesUntil(store, { after: 'end', prefixes: ['meeting-'] }, (_, { position }) => {
      appended ??= store.append('account-1', saying('live'), 699);
      return position > deliveries.at(-1)!.position;
    });
    await appended;
    expect(live.events).toEqual([]);
    expect(live.deliveries.at(-1)).toEqual({ events: [], caughtUp: true, position: await store.lastPosition() });
  });

  it('loses nothing for a reader who is slower than the writers, and holds no one up', async () => {
    const { store } = given();
    const end = new AbortController();
    const subscription = store.subscribe({ after: 'start', signal: end.signal });
    const seen: string[] = [];
    let revision = -1;
    for await (const { events } of subscription) {
      seen.push(...events.map(textOf));
      if (revision < 6000) {
        const burst = saying(...numbered(revision + 1, revision + 1501));
        ({ revision } = await store.append('meeting-1', burst, revision < 0 ? 'none' : revision));
      }
      if (seen.length > revision) end.abort();
    }
    expect(revision).toBeGreaterThan(6000);
    expect(seen).toEqual(numbered(0, revision + 1));
  });

  it('serves many subscribers alike', async () => {
    const { store } = given();
    const subscribers = Array.from({ length: 200 }, () =>
      deliveriesUntil(store, { after: 'end' }, (delivered) => delivered.length >= 30),
    );
    for (let count = 0; count < 30; count++) await store.append(`meeting-${count % 3}`, saying(String(count)), 'any');
    const expected = await all(store.readAll());
    for (const { events } of await Promise.all(subscribers)) expect(events).toEqual(expected);
  });

  it('has told its subscribers, or is about to, when an append is answered', async () => {
    const { store } = given();
    const end = new AbortController();
    const seen: string[] = [];
    const subscription = store.subscribe({ after: 'end', signal: end.signal })[Symbol.asyncIterator]();
    const first = (await subscription.next()).value as Delivery;
    expect(first.caughtUp).toBe(true);
    const [delivery] = await Promise.all([subscription.next(), store.append('meeting-1', saying('a'), 'none')]);
    seen.push(...(delivery.value as Delivery).events.map(textOf));
    expect(seen).toEqual(['a']);
    end.abort();
    expect(await subscription.next()).toEqual({ done: true, value: undefined });
  });

  it.each(['before it began', 'while it waits'])('ends without an error when its signal aborts %s', async (moment) => {
    const { store } = given();
    const end = new AbortController();
    const subscription = store.subscribe({ after: 'start', signal: end.signal })[Symbol.asyncIterator]();
    if (moment === 'before it began') end.abort();
    else await subscription.next();
    const ending = subscription.next();
    end.abort();
    expect(await ending).toEqual({ done: true, value: undefined });
  });

  it('ends without an error when the store closes', async () => {
    const { store } = given();
    const subscription = store.subscribe({ after: 'start', signal: new AbortController().signal });
    const iterator = subscription[Symbol.asyncIterator]();
    await iterator.next();
    const ending = iterator.next();
    await store.close();
    expect(await ending).toEqual({ done: true, value: undefined });
  });
}
