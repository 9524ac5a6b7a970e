// What the palette lists: every command that can be given to the meeting, those that are of use now before the others.

import type { Rejection } from '@rostrum/events';
import type { CommandName } from '../../../api/command.ts';
import { commandBook } from '../../../meeting/command-book.ts';
import type { CommandGroup } from '../../../meeting/command-book.ts';
import { admissionRefusal, formVerdict } from '../../../meeting/may.ts';
import type { Standing } from '../../../meeting/may.ts';

export type PaletteEntry = {
  readonly name: CommandName;
  readonly group: CommandGroup;
  /** `recent`: done before on this desk, and can be now; `now`: its form is worth opening; `already`: it is so; `not-now`: state or season forbid it; `not-yours`: the role does. */
  readonly standing: 'recent' | 'now' | 'already' | 'not-now' | 'not-yours';
  /** Why not, where it is refused. */
  readonly refusal: Rejection | null;
};

const ORDER = ['recent', 'now', 'already', 'not-now', 'not-yours'] as const;

/**
 * Every command, the ones for now first, each group in the catalogue's order.
 * @param recent commands that were given from this palette, the last one first
 */
export function paletteEntries(standing: Standing, recent: readonly string[] = []): readonly PaletteEntry[] {
  const entries = [...commandBook.values()].map(({ name, group }): PaletteEntry => {
    const verdict = formVerdict(name, {}, standing);
    if (verdict.is !== 'refused')
      return {
        name,
        group,
        refusal: null,
        standing: verdict.is === 'already' ? 'already' : recent.includes(name) ? 'recent' : 'now',
      };
    const notYours = admissionRefusal(name, standing)?.rejected === 'forbidden';
    return { name, group, refusal: verdict.refusal, standing: notYours ? 'not-yours' : 'not-now' };
  });
  const place = ({ name, standing: group }: PaletteEntry) => (group === 'recent' ? recent.indexOf(name) : 0);
  return ORDER.flatMap((wanted) =>
    entries.filter((entry) => entry.standing === wanted).toSorted((a, b) => place(a) - place(b)),
  );
}
