// A button that gives a command of the meeting: quiet with its reason where it would be refused, busy while it is under way,
// its failure on itself, and with a key that does the same.

import { createEffect, createMemo, onCleanup, Show, splitProps } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CommandInput, CommandName } from '../api/command.ts';
import { Button } from '../ui/button.tsx';
import type { ButtonProps } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { createDeed } from './deed.ts';
import { keyCap, useKeys } from './keys.tsx';
import { useReason } from './reasons.ts';

export type CommandButtonProps<N extends CommandName> = Omit<ButtonProps, 'action' | 'reason' | 'type'> & {
  readonly command: N;
  readonly input: CommandInput<N>;
  /** A key of `keys.tsx` that presses it, such as `e`. It stays the same while the button is shown. */
  readonly keyboard?: string | undefined;
  /** What the key does, in the list of keys. */
  readonly keyLabel?: string;
  /** Why it cannot be done, where the page knows something that the rules do not. */
  readonly because?: string | undefined;
  /** What follows once it has gone through and the view shows it. */
  readonly onDone?: () => void;
  readonly children: JSX.Element;
};

export function CommandButton<N extends CommandName>(props: CommandButtonProps<N>): JSX.Element {
  const [own, rest] = splitProps(props, ['command', 'input', 'keyboard', 'keyLabel', 'because', 'onDone', 'children']);
  // A button is made for one command; another command is another button.
  const deed = createDeed<N>(
    // oxlint-disable-next-line solid/reactivity
    own.command,
    () => own.input,
    () => own.onDone?.(),
  );
  const reasonFor = useReason();
  const reason = createMemo(() => {
    if (own.because !== undefined) return own.because;
    const refusal = deed.refusal();
    return refusal ? reasonFor(refusal) : undefined;
  });
  let button!: HTMLButtonElement;

  // Pressed by its key, a button may be out of sight: what failed must not be.
  createEffect(() => {
    if (deed.action.problem()) button.scrollIntoView({ block: 'nearest' });
  });
  const keys = useKeys();
  createEffect(() => {
    const key = own.keyboard;
    if (key && keys) onCleanup(keys.bind(key, { label: () => own.keyLabel ?? '', press: () => button.click() }));
  });

  return (
    <Button ref={(made) => (button = made)} {...rest} action={deed.action} reason={reason()}>
      {own.children}
      <Show when={own.keyboard}>{(key) => <Kbd>{keyCap(key())}</Kbd>}</Show>
    </Button>
  );
}
