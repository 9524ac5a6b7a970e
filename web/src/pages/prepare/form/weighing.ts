// Three states of one thing against each other, field by field: as it was when one began, as one has it in the form, and
// as it stands by now because somebody else went on with it.

import { isSame } from './changes.ts';

export type Weighed<T> = {
  /** Fields that both have changed, each to something else: only a person can tell which is meant. */
  readonly conflicts: readonly (keyof T & string)[];
  /** Fields that the other alone has changed, or both to the same: theirs is simply taken over. */
  readonly followed: readonly (keyof T & string)[];
};

export function weigh<T extends object>(base: T, mine: T, theirs: T): Weighed<T> {
  const changed = (Object.keys(base) as (keyof T & string)[]).filter((field) => !isSame(base[field], theirs[field]));
  const both = (field: keyof T) => !isSame(base[field], mine[field]) && !isSame(mine[field], theirs[field]);
  return { conflicts: changed.filter(both), followed: changed.filter((field) => !both(field)) };
}
