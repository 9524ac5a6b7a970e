// Whoever comes back goes on exactly where they were: at another node, at one that has not come as far, and after the
// record was moved to a store with other positions. Nothing is missing and nothing counts twice.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import { openSqliteEventStore } from '@rostrum/infra/adapters';
import { evolveView, reviveView } from '@rostrum/projections';
import type { MeetingView, ViewEvent } from '@rostrum/projections';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse, TestHouseOptions } from '../house.fixture.ts';
import { attendee, give, MEETING, openCouncil } from './meeting.fixture.ts';
import { StreamReader } from './sse.fixture.ts';

let houses: TestHouse[] = [];
beforeEach(async () => {
  houses = [await openTestHouse()];
  await openCouncil(houses[0]!);
});
afterEach(async () => {
  for (const house of houses.splice(0).toReversed()) await house.remove();
});

async function start(options: TestHouseOptions): Promise<TestHouse> {
  const house = await openTestHouse(options);
  houses.push(house);
  return house;
}

/** A reader as a browser is one: holds the last id and the view, and folds what comes. */
class Reader {
  readonly #actor: Actor;
  #stream: StreamReader | undefined;
  id: string | undefined;
  view: MeetingView | undefined;
  /** The kinds of messages that came since the last connection. */
  heard: string[] = [];

  constructor(actor: Actor = organizer) {
    this.#actor = actor;
  }

  async connect(house: TestHouse): Promise<void> {
    await this.#stream?.close();
    this.heard = [];
    const headers = this.id === undefined ? {} : { 'last-event-id': this.id };
    const response = await house.send(this.#actor, 'GET', `/api/meetings/${MEETING}/live`, undefined, headers);
    if (response.status !== 200) throw new Error(await response.text());
    this.#stream = new StreamReader(response);
  }

  /** Reads until the view has come to an event that a house has recorded. */
  async readUntil(eventId: string): Promise<void> {
    for (;;) {
      const { event, id, data } = (await this.#stream!.next())!;
      this.heard.push(event);
      this.id = id;
      if (event === 'snapshot') this.view = reviveView(JSON.stringify((data as { view: unknown }).view));
      else this.view = evolveView(this.view!, data as ViewEvent);
      if (event === 'snapshot' ? id?.endsWith(eventId.slice(0, 8)) : (data as ViewEvent).id === eventId) return;
    }
  }

  async close(): Promise<void> {
    await this.#stream?.close();
  }
}

let speeches = 0;

/** Gives the floor and takes it back; gives the id of the last event. */
async function speak(house: TestHouse): Promise<string> {
  const speechId = `s${(speeches += 1)}`;
  await give(house, 'give-floor', { speakerId: 'ben', speechId });
  const { events } = (await give(house, 'yield-floor', { speechId })) as unknown as { events: { id: string }[] };
  return events.at(-1)!.id;
}

/** The view as it is, without where it stands in the store. */
const contentOf = ({ position: _position, ...view }: MeetingView): string => JSON.stringify(view);

const viewAt = async (house: TestHouse, audience: 'officers' | 'attendees' = 'officers'): Promise<string> =>
  contentOf((await house.deps.gallery.watch(MEETING)).view(audience));

/** The record in another store, where its events stand so many positions further. */
async function copied(from: EventStore, further: number): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-copied-'));
  const into = await openSqliteEventStore({ directory });
  const filler = {
    type: 'Filler',
    data: {},
    metadata: { actor: { kind: 'system', id: 'test' }, recordedAt: '2021-05-26T01:00:00.000Z' },
  };
  for (let number = 0; number < further; number += 1)
    await into.append('filler', [{ ...filler, id: crypto.randomUUID() } as never], 'any');
  for await (const page of from.readAll()) {
    for (const { stream, id, type, data, metadata } of page)
      await into.append(stream, [{ id, type, data, metadata }], 'any');
  }
  await into.close();
  return directory;
}

describe('coming back', () => {
  test('to another node goes on after the last event, without a snapshot and without reading the record again', async () => {
    let readings = 0;
    const around = (store: EventStore): EventStore =>
      new Proxy(store, {
        get(target, name) {
          if (name === 'readStream') readings += 1;
          const value = target[name as keyof EventStore];
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    const there = await start({ beside: houses[0]!, around });
    const reader = new Reader(attendee('ben'));
    await reader.connect(houses[0]!);
    await reader.readUntil(await speak(houses[0]!));
    await there.deps.gallery.watch(MEETING);
    readings = 0;
    const last = await speak(there);
    readings = 0;
    await reader.connect(there);
    await reader.readUntil(last);
    expect(reader.heard).toEqual(['recorded', 'recorded']);
    expect(readings).toBe(0);
    await reader.close();
  });

  test('to a node that is behind waits until it has come as far', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const hold = { up: undefined as Promise<void> | undefined };
    const around = (store: EventStore): EventStore =>
      new Proxy(store, {
        get(target, name) {
          if (name === 'subscribe') {
            return async function* (...options: Parameters<EventStore['subscribe']>) {
              for await (const delivery of target.subscribe(...options)) {
                await hold.up;
                yield delivery;
              }
            };
          }
          const value = target[name as keyof EventStore];
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    const there = await start({ beside: houses[0]!, around });
    hold.up = promise;
    const reader = new Reader();
    await reader.connect(houses[0]!);
    await reader.readUntil(await speak(houses[0]!));
    const connecting = reader.connect(there);
    setTimeout(resolve, 300);
    await connecting;
    await reader.readUntil(await speak(houses[0]!));
    expect(reader.heard).toEqual(['recorded', 'recorded']);
    expect(contentOf(reader.view!)).toBe(await viewAt(there));
    await reader.close();
  });

  test.each([
    ['further on', 40],
    ['a little further on, where other events of the meeting have the old positions', 3],
  ])('after the record was moved to a store where it stands %s begins anew', async (_where, further) => {
    const reader = new Reader();
    await reader.connect(houses[0]!);
    await reader.readUntil(await speak(houses[0]!));
    await speak(houses[0]!);
    const there = await start({ directory: await copied(houses[0]!.store, further) });
    await reader.connect(there);
    await reader.readUntil(await speak(there));
    expect(reader.heard[0]).toBe('snapshot');
    expect(contentOf(reader.view!)).toBe(await viewAt(there));
    await reader.close();
  });

  test('after it was moved to where it does not reach so far begins anew, and does not stay silent', async () => {
    const directory = await copied(houses[0]!.store, 0);
    const first = await start({ directory: await copied(houses[0]!.store, 500) });
    const reader = new Reader();
    await reader.connect(first);
    await reader.readUntil(await speak(first));
    const there = await start({ directory });
    await reader.connect(there);
    await reader.readUntil(await speak(there));
    expect(reader.heard[0]).toBe('snapshot');
    expect(contentOf(reader.view!)).toBe(await viewAt(there));
    await reader.close();
  });

  test('with an id of an earlier version begins anew', async () => {
    const reader = new Reader();
    await reader.connect(houses[0]!);
    const last = await speak(houses[0]!);
    await reader.readUntil(last);
    reader.id = reader.id!.split('.')[0];
    await reader.connect(houses[0]!);
    await reader.readUntil(last);
    expect(reader.heard).toEqual(['snapshot']);
    await reader.close();
  });
});

test('wherever a reader goes on, their view is that of the record', { timeout: 120_000 }, async () => {
  const move = fc.record({ to: fc.nat(2), speeches: fc.nat(4), reads: fc.boolean() });
  const there = await start({ beside: houses[0]! });
  let position = 10;
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 8 }), fc.nat(3), async (moves, further) => {
      const directory = await copied(houses[0]!.store, (position += further));
      const moved = await openTestHouse({ directory });
      const reader = new Reader(attendee('cao'));
      const places = [houses[0]!, there, moved];
      for (const { to, speeches: count, reads } of moves) {
        const house = places[to]!;
        await reader.connect(house);
        let last = await speak(house);
        for (let number = 0; number < count; number += 1) last = await speak(house);
        if (!reads) continue;
        await reader.readUntil(last);
        expect(contentOf(reader.view!)).toBe(await viewAt(house, 'attendees'));
      }
      await reader.close();
      await moved.remove();
      rmSync(directory, { recursive: true, force: true });
    }),
    { numRuns: 8 },
  );
});
