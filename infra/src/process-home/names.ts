/** What a process and its holder may be called, and how long a tenure may be. */

import type { TakeOptions } from './port.ts';

/** What a process may be called. */
export const NAME = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/**
 * Refuses a name, a holder or a duration that is none.
 * @throws RangeError
 */
export function checkTaking(name: string, { holder, ttlMs }: TakeOptions): void {
  if (!NAME.test(name)) {
    throw new RangeError(
      `A process's name has 1 to 100 lower-case letters, digits, hyphens and dots and begins with a letter or a digit: ${JSON.stringify(name)}`,
    );
  }
  if (holder.length === 0 || holder.length > 200) throw new RangeError('A holder has 1 to 200 characters');
  if (!Number.isFinite(ttlMs) || ttlMs <= 0) throw new RangeError(`A tenure lasts more than no time: ${ttlMs}`);
}
