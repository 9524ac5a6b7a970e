// One thing a person does with a button: under way at most once, its failure kept where it was done, and its key kept
// while it is not known whether it went through, so that pressing again cannot do it twice.

import { batch, createSignal, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';
import { newKey } from './key.ts';
import { asProblem } from './problem.ts';
import type { Problem } from './problem.ts';

export type Action = {
  readonly busy: Accessor<boolean>;
  /** Why the last attempt failed; null before it, while the next is under way, and after a success. */
  readonly problem: Accessor<Problem | null>;
  /** Does it, unless it is under way already. Never rejects: the failure is in `problem`. True where it went through. */
  readonly run: () => Promise<boolean>;
  readonly dismiss: () => void;
};

/** Answers after which it is open whether what was asked was done. */
const outcomeUnknown = ({ status }: Problem) => status === 0 || status >= 502;

/**
 * Makes an action.
 * @param perform sends the request under the given Idempotency-Key; what it throws is shown
 */
export function createAction(perform: (key: string) => Promise<unknown>): Action {
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem | null>(null);
  let openKey: string | null = null;
  let here = true;
  onCleanup(() => {
    here = false;
  });

  const settle = (result: Problem | null) => {
    openKey = result !== null && outcomeUnknown(result) ? openKey : null;
    if (!here) return;
    batch(() => {
      setBusy(false);
      setProblem(result);
    });
  };

  return {
    busy,
    problem,
    dismiss: () => setProblem(null),
    run: async () => {
      if (busy()) return false;
      openKey ??= newKey();
      batch(() => {
        setBusy(true);
        setProblem(null);
      });
      try {
        await perform(openKey);
        settle(null);
        return true;
      } catch (thrown) {
        settle(asProblem(thrown));
        return false;
      }
    },
  };
}
