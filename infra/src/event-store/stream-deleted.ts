/** The event by which a store records that a stream was deleted. */

import { createHash, randomUUID } from 'node:crypto';
import type { NewEvent } from '@rostrum/events';
import type { Clock } from '../clock.ts';
import { STREAM_DELETED } from './port.ts';
import type { StreamDeleted } from './port.ts';

/**
 * @param through revision of the last event deleted.
 * @param id of the event; one by chance without it.
 */
export function streamDeleted(
  stream: string,
  through: number,
  clock: Clock,
  id: string = randomUUID(),
): NewEvent<StreamDeleted> {
  const at = clock.now();
  const commandId = randomUUID();
  return {
    id,
    type: STREAM_DELETED,
    data: { stream, at, through },
    metadata: {
      actor: { kind: 'system', id: 'event-store' },
      commandId,
      command: 'delete-stream',
      fingerprint: createHash('sha256').update(`delete-stream${stream}`).digest('hex').slice(0, 16),
      $correlationId: commandId,
      $causationId: commandId,
      recordedAt: at,
    },
  };
}
