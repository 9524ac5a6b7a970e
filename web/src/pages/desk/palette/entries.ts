// What the palette lists: every command that can be given to the meeting, those that are of use now before the others.

import type { CommandName } from '../../../api/command.ts';
import { commandBook } from '../../../meeting/command-book.ts';
import type { CommandGroup } from '../../../meeting/command-book.ts';
import { admissionRefusal, formRefusal } from '../../../meeting/may.ts';
import type { Standing } from '../../../meeting/may.ts';

export type PaletteEntry = {
  readonly name: CommandName;
  readonly group: CommandGroup;
  /** `now`: its form is worth opening; `not-now`: the state or the season forbids it; `not-yours`: the role does. */
  readonly standing: 'now' | 'not-now' | 'not-yours';
  /** Why not, where it is not for now. */
  readonly refusal: ReturnType<typeof formRefusal>;
};

const ORDER = ['now', 'not-now', 'not-yours'] as const;

/** Every command, the ones for now first, each group in the catalogue's order. */
export function paletteEntries(standing: Standing): readonly PaletteEntry[] {
  const entries = [...commandBook.values()].map(({ name, group }): PaletteEntry => {
    const admission = admissionRefusal(name, standing);
    const refusal = admission ?? formRefusal(name, {}, standing);
    return {
      name,
      group,
      refusal,
      standing: refusal === null ? 'now' : admission?.rejected === 'forbidden' ? 'not-yours' : 'not-now',
    };
  });
  return ORDER.flatMap((wanted) => entries.filter((entry) => entry.standing === wanted));
}
