// A command given from the room. The rules that could say beforehand what would be refused weigh more than the whole page,
// so the room offers what its own state allows (`gesture.ts`), and the server has the last word.

import { untrack } from 'solid-js';
import { createAction } from '../../api/action.ts';
import type { Action } from '../../api/action.ts';
import type { CommandInput, CommandName } from '../../api/command.ts';
import { useLive } from '../../live/use-live.tsx';

/**
 * Makes what a button does: the command under one Idempotency-Key for each press.
 * @param input what is sent, read when it is pressed
 * @param done what follows once it has gone through and the view shows it
 */
export function createGiving<N extends CommandName>(
  command: N,
  input: () => CommandInput<N>,
  done?: () => void,
): Action {
  const live = useLive();
  return createAction(async (key) => {
    await live.send(command, untrack(input), key);
    done?.();
  });
}
