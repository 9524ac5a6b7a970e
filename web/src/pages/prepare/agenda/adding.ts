// Items that were typed or pasted on their way to the record: one after another, so that their order is kept, while the
// next is being typed already. One that does not go through holds those after it, and none is lost.

import { batch, createSignal } from 'solid-js';
import type { Accessor } from 'solid-js';
import { newKey } from '../../../api/key.ts';
import { asProblem } from '../../../api/problem.ts';
import type { Problem } from '../../../api/problem.ts';
import { useLive } from '../../../live/use-live.tsx';
import { itemTyped } from './item-draft.ts';
import type { ItemDraft } from './item-draft.ts';

export type Waiting = {
  /** Its Idempotency-Key: sent twice, it is recorded once. */
  readonly key: string;
  readonly draft: ItemDraft;
};

export type Adding = {
  /** Those that are not in the record yet, in their order. */
  readonly waiting: Accessor<readonly Waiting[]>;
  /** Why the first of them did not go through. */
  readonly problem: Accessor<Problem | null>;
  readonly add: (drafts: readonly ItemDraft[]) => void;
  /** Puts back what was waiting when the page went. */
  readonly restore: (waiting: readonly Waiting[]) => void;
  readonly retry: () => void;
  /** Takes one out again; gives it back, to be mended. */
  readonly takeBack: (key: string) => ItemDraft | undefined;
};

export function createAdding(): Adding {
  const live = useLive();
  const [waiting, setWaiting] = createSignal<readonly Waiting[]>([]);
  const [problem, setProblem] = createSignal<Problem | null>(null);
  let busy = false;

  async function run(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let next = waiting()[0]; next && problem() === null; next = waiting()[0]) {
      const { key, draft } = next;
      try {
        // Each waits for the one before it: that is what keeps their order.
        await live.send('add-item', itemTyped(draft), key);
        setWaiting((all) => all.filter((other) => other.key !== key));
      } catch (thrown) {
        setProblem(asProblem(thrown));
      }
    }
    busy = false;
  }

  const put = (more: readonly Waiting[]) => {
    setWaiting((all) => [...all, ...more]);
    void run();
  };
  return {
    waiting,
    problem,
    add: (drafts) => put(drafts.map((draft) => ({ key: newKey(), draft }))),
    restore: put,
    retry: () => {
      setProblem(null);
      void run();
    },
    takeBack: (key) => {
      const found = waiting().find((other) => other.key === key);
      batch(() => {
        setWaiting((all) => all.filter((other) => other.key !== key));
        setProblem(null);
      });
      void run();
      return found?.draft;
    },
  };
}
