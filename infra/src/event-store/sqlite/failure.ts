/** From SQLite's result codes (https://sqlite.org/rescode.html) to the errors of the port. */

import { OutcomeUnknown, StoreUnavailable } from '../errors.ts';
import type { Unavailability } from '../errors.ts';

export const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
export const SQLITE_FULL = 13;

const KNOWN: Readonly<Record<number, readonly [Unavailability, string]>> = {
  10: [
    'store.io',
    'The disk under the event store reports an error. Look at the disk; reading and writing resume once it works.',
  ],
  [SQLITE_CORRUPT]: [
    'store.damaged',
    'The file of the event store is damaged. Stop the server and restore the data folder from a backup.',
  ],
  [SQLITE_FULL]: [
    'store.disk-full',
    'The disk is full. Nothing was recorded; what was recorded before is safe. Make space and try again.',
  ],
  26: [
    'store.damaged',
    'The file of the event store is damaged. Stop the server and restore the data folder from a backup.',
  ],
};

const OTHERWISE = ['store.io', 'The event store cannot be read or written at the moment. Try again.'] as const;

/** SQLite's primary result code; undefined where the error is not SQLite's. */
export function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

/** The port's error for one that SQLite threw, or for stored text that is no JSON; any other error as it is. */
export function unavailable(error: unknown): unknown {
  const code = error instanceof SyntaxError ? SQLITE_CORRUPT : resultCode(error);
  if (code === undefined) return error;
  const [reason, sentence] = KNOWN[code] ?? OTHERWISE;
  return new StoreUnavailable(reason, sentence, { cause: error });
}

/**
 * The port's error for a COMMIT that failed. A full disk refuses before the frame that commits is written. After any
 * other error that frame may be in the file though this process takes it for rolled back, and could be found there
 * after a crash.
 */
export function commitFailed(error: unknown): unknown {
  const code = resultCode(error);
  if (code === undefined || code === SQLITE_FULL) return unavailable(error);
  return new OutcomeUnknown(
    'The disk failed while the event was being made durable, so it is not known whether it was recorded. Send the same command again.',
    { cause: error },
  );
}

/** What the store answers once it is closed. */
export const closed = (): StoreUnavailable => new StoreUnavailable('store.closed', 'The event store is closed.');
