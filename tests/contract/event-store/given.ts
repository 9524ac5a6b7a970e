/** What the sentences of the contract begin with: a store, events to append, and ways to collect what comes out. */

import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NewEvent, RecordedEvent } from '@rostrum/events';
import type { Delivery, EventStore, SubscribeOptions } from '@rostrum/infra';

/** A store under test. Each test has its own, empty at first. */
export type StoreUnderTest = {
  readonly store: EventStore;
  /** Closes the store and opens it again on the same data; absent where the adapter keeps nothing. */
  readonly reopen?: () => Promise<EventStore>;
  /** How many races are run on it; a hundred without it. */
  readonly races?: number;
  /** Closes what is open and removes the data. */
  readonly close: () => Promise<void>;
};

/** Gives the store of the test that runs. */
export type GivenStore = () => StoreUnderTest;

/** An event whose data says something; its id is new unless given. */
export function said(text: string, id: string = randomUUID()): NewEvent {
  return {
    id,
    type: 'Said',
    data: { text, at: '2021-05-26T01:00:00.000Z' },
    metadata: {
      actor: { kind: 'account', id: 'account-1', name: '王芳', roles: ['organizer'] },
      commandId: `command-${id}`,
      command: 'say',
      fingerprint: '0123456789abcdef',
      $correlationId: `correlation-${id}`,
      $causationId: `causation-${id}`,
      recordedAt: '2021-05-26T01:00:00.000Z',
    },
  };
}

/** Several such events: `saying('a', 'b')`. */
export const saying = (...texts: string[]): NewEvent[] => texts.map((text) => said(text));

/** What an event says; of the store's own deletion event, what was deleted. */
export function textOf(event: RecordedEvent): string {
  const data = event.data as { text?: string; stream?: string };
  return data.text ?? `deleted ${data.stream}`;
}

/** All events of all pages. */
export async function all(pages: AsyncIterable<readonly RecordedEvent[]>): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of pages) events.push(...page);
  return events;
}

export const texts = async (pages: AsyncIterable<readonly RecordedEvent[]>): Promise<string[]> =>
  (await all(pages)).map(textOf);

/** The deliveries of a subscription until `enough` holds; the subscription then ends. */
export async function deliveriesUntil(
  store: EventStore,
  options: Omit<SubscribeOptions, 'signal'>,
  enough: (delivered: readonly RecordedEvent[], delivery: Delivery) => boolean,
): Promise<{ readonly deliveries: Delivery[]; readonly events: RecordedEvent[] }> {
  const end = new AbortController();
  const deliveries: Delivery[] = [];
  const events: RecordedEvent[] = [];
  for await (const delivery of store.subscribe({ ...options, signal: end.signal })) {
    deliveries.push(delivery);
    events.push(...delivery.events);
    if (enough(events, delivery)) break;
  }
  return { deliveries, events };
}

/** What a subscription delivers until it has caught up. */
export const caughtUp = (store: EventStore, options: Omit<SubscribeOptions, 'signal'>) =>
  deliveriesUntil(store, options, (_, delivery) => delivery.caughtUp);

/** A subscription that runs beside the test. */
export type Follower = {
  /** What it was delivered so far. */
  readonly seen: () => readonly RecordedEvent[];
  /** What it was delivered once it is level with the store; it ends then. */
  readonly upTo: (store: EventStore) => Promise<readonly RecordedEvent[]>;
};

/**
 * Subscribes now and collects in the background.
 * @param pause is awaited between deliveries, for a reader who is slow.
 */
export function follow(
  store: EventStore,
  options: Omit<SubscribeOptions, 'signal'>,
  pause: () => Promise<unknown> = () => Promise.resolve(),
): Follower {
  const end = new AbortController();
  const subscription = store.subscribe({ ...options, signal: end.signal });
  const events: RecordedEvent[] = [];
  let position = -1n;
  const ended = (async () => {
    for await (const delivery of subscription) {
      events.push(...delivery.events);
      ({ position } = delivery);
      await pause();
    }
  })();
  return {
    seen: () => events,
    upTo: async (current) => {
      const last = await current.lastPosition();
      while (position < last) await Promise.race([nextTurn(), ended]);
      end.abort();
      await ended;
      return events;
    },
  };
}

/** Where the events stand in the store. */
export const positionsOf = (events: readonly RecordedEvent[]): bigint[] => events.map((event) => event.position);
