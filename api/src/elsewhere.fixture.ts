// What stands in the store of a test house without its program having written it: by a newer version on another node, by
// another program, by a failing disk.

import { randomUUID } from 'node:crypto';
import type { EventMetadata } from '@rostrum/events';
import { organizer } from './house.fixture.ts';
import type { TestHouse } from './house.fixture.ts';

export type Strange = {
  readonly type: string;
  readonly data: unknown;
  /** Of the metadata, what is other than usual. */
  readonly metadata?: Partial<Record<keyof EventMetadata, unknown>> | null;
};

/** Of each way of not being readable, an event for the end of a meeting's stream. */
export const unreadable: Readonly<Record<'of an unknown type' | 'of a newer shape' | 'that is damaged', Strange>> = {
  'of an unknown type': { type: 'TeaServed', data: { at: '2021-05-26T01:00:00.000Z' } },
  'of a newer shape': { type: 'ItemWithdrawn', data: { items: [] }, metadata: { shape: 99 } },
  'that is damaged': { type: 'ItemCalled', data: { itemId: null } },
};

/**
 * Appends events to a stream as they are.
 * @returns the position of the last of them, once the house has been handed it
 */
export async function written(house: TestHouse, stream: string, ...events: readonly Strange[]): Promise<bigint> {
  const appended = events.map(({ type, data, metadata }) => {
    const commandId = randomUUID();
    const usual = {
      actor: organizer,
      commandId,
      command: 'elsewhere',
      fingerprint: '0000000000000000',
      $correlationId: commandId,
      $causationId: commandId,
      recordedAt: house.clock.now(),
    };
    const stated = metadata === null ? null : { ...usual, ...metadata };
    return { id: randomUUID(), type, data, metadata: stated as EventMetadata };
  });
  const { position } = await house.store.append(stream, appended, 'any');
  await house.deps.feed.reach(position, 5000);
  return position;
}
