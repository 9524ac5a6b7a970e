// A long record, so that whatever reads it whole takes a while.

import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@rostrum/events';
import { openSqliteEventStore } from '@rostrum/infra/adapters';

const AT = '2030-01-01T08:00:00.000Z';
const APPEND = 500;

/** A message that somebody posted. */
export function message(text: string): NewEvent {
  const id = randomUUID();
  return {
    id,
    type: 'MessagePosted',
    data: { messageId: id, authorId: 'clerk', authorName: 'The Clerk', text, at: AT },
    metadata: {
      actor: { kind: 'account', id: 'clerk', name: 'The Clerk', roles: ['organizer'] },
      commandId: id,
      command: 'post-message',
      fingerprint: '0123456789abcdef',
      $correlationId: id,
      $causationId: id,
      recordedAt: AT,
    },
  };
}

/** Fills a data folder with so many messages, on several streams that take turns. */
export async function longRecord(directory: string, events: number, streams = 4): Promise<void> {
  const store = await openSqliteEventStore({ directory });
  for (let written = 0, turn = 0; written < events; written += APPEND, turn += 1) {
    const page = Array.from({ length: Math.min(APPEND, events - written) }, () => message('x'.repeat(700)));
    await store.append(`conversation-meeting${turn % streams}`, page, 'any');
  }
  await store.close();
}
