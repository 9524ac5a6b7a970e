// Whether a commendation was conferred on oneself, or on the unit one belongs to.

import type { Commendation } from '@rostrum/events';
import { isOfUnit } from '../mine.ts';
import type { Mine } from '../mine.ts';

/** `person`: one is named in it, or a delegation one heads; `unit`: it honours one's unit as a whole; null: neither. */
export function commendedIn({ recipients, category }: Commendation, mine: Mine): 'person' | 'unit' | null {
  if (recipients.some(({ rosterId }) => rosterId !== null && mine.ids.includes(rosterId))) return 'person';
  const asUnit = recipients.some(({ rosterId, unit }) => rosterId === null && unit !== null && isOfUnit(mine, unit));
  return asUnit && category !== 'individual' ? 'unit' : null;
}
