// To whom a statement is addressed: names on the roster, and groups of them by unit or capacity. Groups are resolved at
// the moment of issue, so that the record names each recipient and a later change of the roster changes nothing.

import { line, unitPath } from '../kernel/text.ts';
import { capacity, entryOnRoster, rosterIdOf } from './names.ts';
import type { Attendee, Delegation } from './names.ts';
import type { RosterState } from './roster.ts';
import { isSameOrBelow } from './units.ts';

const SENTENCE =
  'Must be a roster id, a unit such as “unit:CASIC / Headquarters”, or a capacity such as “capacity:leader”.';

type Entry = Attendee | Delegation;

/** By the word before the colon: which values make sense, and whom they mean. */
const groups: Readonly<
  Record<
    string,
    { readonly accepts: (value: string) => boolean; readonly means: (entry: Entry, value: string) => boolean }
  >
> = {
  unit: { accepts: (path) => path !== '', means: (entry, path) => isSameOrBelow(entry.unit, path) },
  capacity: { accepts: (name) => capacity.safeParse(name).success, means: (entry, name) => entry.capacity === name },
};

function parts(text: string): readonly [group: string, value: string] | undefined {
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
}

/** A roster id; `unit:<path>`, the unit and all below it; or `capacity:<capacity>`. */
export const addressee = line(320)
  .transform((text) => {
    const [group, value] = parts(text) ?? [];
    return group === 'unit' ? `unit:${unitPath.safeParse(value).data ?? ''}` : text;
  })
  .refine((text) => {
    const [group, value] = parts(text) ?? [];
    if (group === undefined) return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(text);
    return Object.hasOwn(groups, group) && groups[group]!.accepts(value!);
  }, SENTENCE);

/**
 * The recipients as roster ids, each once: as named, and within a group by precedence.
 * @param issuerId left out of groups: nobody is addressed by their own statement unless by name
 * @returns also which of `addressedTo` mean nobody on the roster
 */
export function resolveAddressees(
  addressedTo: readonly string[],
  issuerId: string,
  roster: RosterState,
): { readonly recipients: readonly string[]; readonly unknown: readonly string[] } {
  const recipients = new Set<string>();
  const unknown: string[] = [];
  const all = [...roster.attendees, ...roster.delegations]
    .filter((entry) => !entry.removed)
    .toSorted((a, b) => a.precedence - b.precedence);
  for (const text of addressedTo) {
    const [group, value] = parts(text) ?? [];
    const meant =
      group === undefined
        ? [entryOnRoster(roster, text)].filter((entry) => entry !== undefined)
        : all.filter((entry) => rosterIdOf(entry) !== issuerId && groups[group]!.means(entry, value!));
    if (meant.length === 0) unknown.push(text);
    for (const entry of meant) recipients.add(rosterIdOf(entry));
  }
  return { recipients: [...recipients], unknown };
}
