// What is looked for in the record after a crowd has given its commands.

import type { RecordedEvent } from '@rostrum/events';
import { openEventStoreDb } from '@rostrum/infra/adapters';
import type { Crowd } from './crowd.ts';

/** Every event of the store, in order. */
export async function readWhole(url: string): Promise<readonly RecordedEvent[]> {
  const store = await openEventStoreDb({ connectionString: url });
  try {
    return (await Array.fromAsync(store.readAll())).flat();
  } finally {
    await store.close();
  }
}

/** Sentences about acknowledged commands that are not in the record, or not as they were acknowledged; and about others that are. */
export function faultsOfAnswers({ acknowledged, refused }: Crowd, events: readonly RecordedEvent[]): readonly string[] {
  const byCommand = Map.groupBy(events, ({ metadata }) => metadata.commandId);
  const placesOf = (key: string) => (byCommand.get(key) ?? []).map(({ id, revision }) => `${id} ${revision}`);
  return [
    ...[...acknowledged.values()].flatMap(({ key, name, receipt }) => {
      const told = receipt.events.map(({ id, revision }) => `${id} ${revision}`);
      const found = placesOf(key);
      return told.join() === found.join() ? [] : [`${name} ${key}: told ${told.join()}, recorded ${found.join()}`];
    }),
    ...[...refused].flatMap(([key, code]) =>
      byCommand.has(key) ? [`${key}: refused with ${code}, yet recorded`] : [],
    ),
  ];
}

/** Sentences about meetings in which somebody was given the floor while another had it. */
export function faultsOfFloor(events: readonly RecordedEvent[]): readonly string[] {
  const holding = new Map<string, string>();
  return events.flatMap(({ stream, type, revision, data }) => {
    const { speechId } = data as { readonly speechId: string };
    const held = holding.get(stream);
    if (type === 'FloorGiven') holding.set(stream, speechId);
    if ((type === 'FloorYielded' || type === 'FloorTakenBack') && held === speechId) holding.delete(stream);
    return type === 'FloorGiven' && held !== undefined ? [`${stream}: two at revision ${revision}`] : [];
  });
}
