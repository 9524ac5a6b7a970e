// The tree of units, as their paths on the roster draw it: `CASIC / Headquarters` stands below `CASIC`.

import type { RosterState } from './roster.ts';

/** True where a unit is the other one or stands below it. Both are paths as `unitPath` writes them. */
export const isSameOrBelow = (unit: string, other: string): boolean => unit === other || unit.startsWith(`${other} / `);

/** The units of all who are on the roster, each once. */
export function unitsOnRoster({ attendees, delegations }: RosterState): readonly string[] {
  const present = [...attendees, ...delegations].filter((entry) => !entry.removed);
  return [...new Set(present.map((entry) => entry.unit))];
}
