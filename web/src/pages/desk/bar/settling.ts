// The moment after the next step has changed: a hand that was on its way to the step before does not fall on this one, and
// whoever changed it is named.

import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';
import { Problem } from '../../../api/problem.ts';
import type { PresentMeeting } from '../../../live/use-live.tsx';
import { otherHand } from '../../../meeting/marks.ts';
import { useDeskWords } from '../words.ts';
import { SETTLES, STEP_CHANGED, takeStep } from './take-step.ts';

/** Milliseconds for which whoever took the step before is named. */
const NAMED = 6000;
/** Milliseconds that are waited until the desk shows what it was refused for. */
const CATCHES_UP = 2000;

export type Settling = {
  /** True while a step has only just come up. */
  readonly fresh: Accessor<boolean>;
  /** Who else has just taken the step before this one; null where nobody has. */
  readonly by: Accessor<string | null>;
  /** Gives the step that is shown now, once. @throws Problem */
  readonly take: (give: (revision: number) => Promise<unknown>) => Promise<void>;
};

/** Watches a step, given as `stepKey` writes it, until the owner of the scope goes. */
export function createSettling(shown: Accessor<string>, live: PresentMeeting): Settling {
  const t = useDeskWords();
  const [fresh, setFresh] = createSignal(false);
  const [by, setBy] = createSignal<string | null>(null);
  /** The step as it was shown before the last event. */
  let key = shown();
  let settles: ReturnType<typeof setTimeout> | undefined;
  let forgets: ReturnType<typeof setTimeout> | undefined;

  createEffect(
    on(
      shown,
      () => {
        setFresh(true);
        clearTimeout(settles);
        settles = setTimeout(() => setFresh(false), SETTLES);
      },
      { defer: true },
    ),
  );
  const unsubscribe = live.onRecorded((event) => {
    if (shown() === key) return;
    key = shown();
    const name = otherHand(event, live.me()?.id) ?? null;
    setBy(name);
    clearTimeout(forgets);
    if (name !== null) forgets = setTimeout(() => setBy(null), NAMED);
  });
  onCleanup(() => {
    unsubscribe();
    clearTimeout(settles);
    clearTimeout(forgets);
  });

  const movedOnFrom = (revision: number) =>
    new Promise<void>((resolve) => {
      const passed = () => live.view().revision > revision;
      const settle = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(settle, passed() ? 0 : CATCHES_UP);
      const stop = live.onRecorded(() => passed() && settle());
    });
  /** The refusal in the reader's words. */
  const inWords = (thrown: unknown) =>
    thrown instanceof Problem && thrown.code === STEP_CHANGED
      ? new Problem(409, STEP_CHANGED, by() === null ? t('foot.changed') : t('foot.changedBy', { name: by()! }))
      : thrown;

  return {
    fresh,
    by,
    take: async (give) => {
      try {
        const seen = fresh() ? '' : shown();
        await takeStep(seen, { shown, revision: () => live.view().revision, movedOnFrom, give });
      } catch (thrown) {
        throw inWords(thrown);
      }
    },
  };
}
