// A thing that is being revised while others may revise it too: what it was when one began, what has become of it since,
// and what of one's own is new.

import { createMemo, createSignal, untrack } from 'solid-js';
import type { Accessor } from 'solid-js';
import { changesTo, differingFields } from './changes.ts';

export type Revision<T extends object> = {
  /** The fields that others have changed since one began. */
  readonly meanwhile: Accessor<readonly (keyof T & string)[]>;
  /** What of the given state is not as it was when one began. */
  readonly changes: (to: T) => Partial<T>;
  /** Begins anew from what it is now. */
  readonly begin: () => void;
};

/** Follows a thing from now on. */
export function createRevision<T extends object>(current: Accessor<T>): Revision<T> {
  const [base, setBase] = createSignal(untrack(current));
  const meanwhile = createMemo(() => differingFields(base(), current()));
  return {
    meanwhile,
    changes: (to) => changesTo(base(), to),
    begin: () => void setBase(() => untrack(current)),
  };
}
