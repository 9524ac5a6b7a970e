// Moving items: shown at once where they go, sent one after another, and put back with the reason where one is refused.

import { createMemo, createSignal } from 'solid-js';
import type { Accessor } from 'solid-js';
import { newKey } from '../../../api/key.ts';
import { asProblem } from '../../../api/problem.ts';
import type { Problem } from '../../../api/problem.ts';
import { useLive } from '../../../live/use-live.tsx';
import { afterMoves } from './order.ts';
import type { Move } from './order.ts';

export type Moving = {
  /** The planned order with the moves that are on their way. */
  readonly order: Accessor<readonly string[]>;
  readonly move: (move: Move) => void;
  /** Why the last one was refused. */
  readonly problem: Accessor<Problem | null>;
  readonly dismiss: () => void;
};

export function createMoving(): Moving {
  const live = useLive();
  const [pending, setPending] = createSignal<readonly Move[]>([]);
  const [problem, setProblem] = createSignal<Problem | null>(null);
  const order = createMemo(() => afterMoves(live.view().meeting.agenda.order, pending()));
  let last = Promise.resolve();

  async function send(move: Move, before: Promise<void>): Promise<void> {
    await before;
    // One that was refused takes those with it that were made after it.
    if (!pending().includes(move)) return;
    try {
      await live.send('move-item', move, newKey());
      setPending((moves) => moves.filter((other) => other !== move));
    } catch (thrown) {
      setPending([]);
      setProblem(asProblem(thrown));
    }
  }

  return {
    order,
    problem,
    dismiss: () => setProblem(null),
    move: (move) => {
      setProblem(null);
      setPending((moves) => [...moves, move]);
      last = send(move, last);
    },
  };
}
