/** What holds whatever races: many writers on few streams, readers who come and go, retries among them. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NewEvent, RecordedEvent } from '@rostrum/events';
import { WrongExpectedRevision } from '@rostrum/infra';
import type { Appended, EventStore, ExpectedRevision } from '@rostrum/infra';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { all, follow, said, saying } from './given.ts';
import type { Follower, GivenStore } from './given.ts';

type Turn = { readonly size: number; readonly loose: boolean; readonly again: boolean; readonly idle: number };
type Writer = { readonly stream: number; readonly turns: readonly Turn[] };
type Listener = {
  readonly wait: number;
  readonly after: 'start' | 'end';
  readonly stream: number | null;
  readonly slow: boolean;
};
type Acknowledged = { readonly stream: string; readonly ids: readonly string[]; readonly appended: Appended };

const turn = fc.record<Turn>({
  size: fc.integer({ min: 1, max: 4 }),
  loose: fc.boolean(),
  again: fc.boolean(),
  idle: fc.integer({ min: 0, max: 2 }),
});
const writer = fc.record<Writer>({
  stream: fc.integer({ min: 0, max: 2 }),
  turns: fc.array(turn, { minLength: 1, maxLength: 8 }),
});
const listener = fc.record<Listener>({
  wait: fc.integer({ min: 0, max: 12 }),
  after: fc.constantFrom('start', 'end'),
  stream: fc.option(fc.integer({ min: 0, max: 2 })),
  slow: fc.boolean(),
});

export function concurrency(given: GivenStore): void {
  it('keeps every acknowledged append exactly once, without gaps, in one order that all subscribers see', async () => {
    const { store, races: numRuns = 100 } = given();
    let round = 0;
    const races = fc.asyncProperty(
      fc.array(writer, { minLength: 2, maxLength: 8 }),
      fc.array(listener, { maxLength: 5 }),
      async (writers, listeners) => {
        const name = (stream: number): string => `round${round}-${stream}`;
        round++;
        await race(store, writers, listeners, name);
      },
    );
    await expect(fc.assert(races, { numRuns })).resolves.toBeUndefined();
  }, 60_000);

  it('lets one of many who expect the same revision win', async () => {
    const { store } = given();
    for (let revision = -1; revision < 20; revision++) {
      const expected = revision < 0 ? 'none' : revision;
      const attempts = Array.from({ length: 10 }, () => store.append('meeting-1', saying('mine'), expected));
      const outcomes = await Promise.allSettled(attempts);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refusals = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
      );
      expect(refusals.every((refusal) => refusal instanceof WrongExpectedRevision)).toBe(true);
    }
    expect(await all(store.readStream('meeting-1'))).toHaveLength(21);
  });

  it('does not let the conflict of one append touch those that were sent with it', async () => {
    const { store } = given();
    const outcomes = await Promise.allSettled([
      store.append('meeting-1', saying('a'), 'none'),
      store.append('meeting-1', saying('refused'), 'none'),
      store.append('meeting-2', saying('refused'), 5),
      store.append('meeting-1', saying('b'), 0),
      store.append('meeting-2', saying('c'), 'none'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect((await all(store.readAll())).map(({ stream, revision }) => [stream, revision])).toEqual([
      ['meeting-1', 0],
      ['meeting-1', 1],
      ['meeting-2', 0],
    ]);
  });
}

async function race(
  store: EventStore,
  writers: readonly Writer[],
  listeners: readonly Listener[],
  name: (stream: number) => string,
): Promise<void> {
  const before = await store.lastPosition();
  const acknowledged: Acknowledged[] = [];
  const write = async ({ stream, turns }: Writer): Promise<void> => {
    for (const { size, loose, again, idle } of turns) {
      for (let turns = 0; turns < idle; turns++) await nextTurn();
      const events = Array.from({ length: size }, () => said('x'));
      const appended = await insist(store, name(stream), events, loose, again);
      acknowledged.push({ stream: name(stream), ids: events.map(({ id }) => id), appended });
    }
  };
  const listen = async ({
    wait,
    after,
    stream,
    slow,
  }: Listener): Promise<{ from: bigint; only: string | null; follower: Follower }> => {
    for (let turns = 0; turns < wait; turns++) await nextTurn();
    const from = after === 'end' ? await store.lastPosition() : before;
    const only = stream === null ? null : name(stream);
    const choice = only === null ? {} : { prefixes: [only] };
    const pause = slow ? () => nextTurn() : undefined;
    return { from, only, follower: follow(store, { after: from, ...choice }, pause) };
  };
  const listening = listeners.map(listen);
  await Promise.all(writers.map(write));

  const everything = await all(store.readAll({ after: before }));
  expectInOrder(everything);
  expect(everything).toHaveLength(acknowledged.flatMap(({ ids }) => ids).length);
  for (const { stream, ids, appended } of acknowledged) {
    const last = everything.findIndex(({ position }) => position === appended.position);
    const events = everything.slice(last + 1 - ids.length, last + 1);
    expect(events.map(({ id }) => id)).toEqual(ids);
    expect(events.at(-1)).toMatchObject({ stream, revision: appended.revision });
  }
  for (const stream of new Set(acknowledged.map((append) => append.stream))) {
    const events = everything.filter((event) => event.stream === stream);
    expect(events.map(({ revision }) => revision)).toEqual(events.keys().toArray());
    expect(await all(store.readStream(stream))).toEqual(events);
  }
  for (const { from, only, follower } of await Promise.all(listening)) {
    const tail = everything.filter(({ position, stream }) => position > from && (only === null || stream === only));
    expect(await follower.upTo(store)).toEqual(tail);
  }
}

/** Appends at the end of the stream, wherever that is by now; `again` sends it twice, as after a lost answer. */
async function insist(
  store: EventStore,
  stream: string,
  events: readonly NewEvent[],
  loose: boolean,
  again: boolean,
): Promise<Appended> {
  for (;;) {
    const expected = loose ? 'any' : await endOf(store, stream);
    try {
      const [appended, repeated] = await Promise.all([
        store.append(stream, events, expected),
        again ? store.append(stream, events, expected) : undefined,
      ]);
      if (repeated !== undefined) expect(repeated).toEqual(appended);
      return appended;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}

async function endOf(store: EventStore, stream: string): Promise<ExpectedRevision> {
  const [last] = await all(store.readStream(stream, { direction: 'backwards', limit: 1 }));
  return last?.revision ?? 'none';
}

function expectInOrder(events: readonly RecordedEvent[]): void {
  for (const [index, event] of events.entries()) {
    if (index > 0) expect(event.position).toBeGreaterThan(events[index - 1]!.position);
  }
}
