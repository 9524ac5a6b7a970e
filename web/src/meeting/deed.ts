// One thing a person may do in the meeting, as signals: whether it would be accepted now, whether it is under way, and why
// it failed. Every button, key and palette entry that gives a command stands on one of these.

import type { Rejection } from '@rostrum/events';
import { createMemo, createSignal, untrack } from 'solid-js';
import type { Accessor } from 'solid-js';
import { createAction } from '../api/action.ts';
import type { Action } from '../api/action.ts';
import type { CommandInput, CommandName } from '../api/command.ts';
import { useLive } from '../live/use-live.tsx';
import type { PresentMeeting } from '../live/use-live.tsx';
import type { admissionRefusal, formVerdict, Standing, verdictOn } from './may.ts';

export type Deed = {
  readonly command: CommandName;
  /** Sends the command under one Idempotency-Key for each press; its failure stays here. */
  readonly action: Action;
  /** Why it would be refused now; null where it would not, and until the rules are loaded. */
  readonly refusal: Accessor<Rejection | null>;
  /** True where it is so already, and giving it would record nothing. */
  readonly already: Accessor<boolean>;
};

type Rules = {
  readonly verdictOn: typeof verdictOn;
  readonly formVerdict: typeof formVerdict;
  readonly admissionRefusal: typeof admissionRefusal;
};

const [rules, setRules] = createSignal<Rules | null>(null);
let asked = false;

/** Loads the rules, once. Until they are here every deed is free, and the server alone decides. */
export function loadRules(): void {
  if (asked) return;
  asked = true;
  import('./may.ts').then(setRules, () => (asked = false));
}

/** The rules that say what may be done; null until they are loaded. Reads again when they are. */
export const rulesNow = (): Rules | null => {
  loadRules();
  return rules();
};

/**
 * Who asks, about which meeting, when; null before the stream has said who one is. Reads again with every event, not with
 * every second: no refusal depends on the passing of seconds alone.
 */
export function standingIn(live: PresentMeeting): Standing | null {
  const me = live.me();
  return me && { view: live.view(), me, now: untrack(live.serverNow) };
}

/**
 * Makes a deed of the meeting that the page follows.
 * @param input what would be sent; read again whenever the meeting changes
 * @param done what follows once it has gone through and the view shows it
 */
export function createDeed<N extends CommandName>(command: N, input: () => CommandInput<N>, done?: () => void): Deed {
  const live = useLive();
  const verdict = createMemo(() => {
    const standing = standingIn(live);
    return standing && rulesNow()?.verdictOn(command, input(), standing);
  });
  const action = createAction(async (key) => {
    await live.send(command, untrack(input), key);
    done?.();
  });
  return {
    command,
    action,
    refusal: () => {
      const now = verdict();
      return now?.is === 'refused' ? now.refusal : null;
    },
    already: () => verdict()?.is === 'already',
  };
}
