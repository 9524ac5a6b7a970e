/** Events for the tests of the SQLite store, and how to collect them. Runs in child processes too. */

import { randomUUID } from 'node:crypto';
import type { NewEvent, RecordedEvent } from '@rostrum/events';

/** An event that says something. */
export function said(text: string, id: string = randomUUID()): NewEvent {
  return {
    id,
    type: 'Said',
    data: { text },
    metadata: {
      actor: { kind: 'system', id: 'test' },
      commandId: id,
      command: 'say',
      fingerprint: '0123456789abcdef',
      $correlationId: id,
      $causationId: id,
      recordedAt: '2021-05-26T01:00:00.000Z',
    },
  };
}

export const textOf = (event: RecordedEvent): string => (event.data as { text: string }).text;

/** All events of all pages. */
export async function all(pages: AsyncIterable<readonly RecordedEvent[]>): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of pages) events.push(...page);
  return events;
}
