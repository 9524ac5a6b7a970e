// A button that opens the form of a command: quiet with its reason where nothing that could be filled in would help.

import { createMemo, splitProps } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CommandName } from '../../../api/command.ts';
import { useLive } from '../../../live/use-live.tsx';
import { rulesNow, standingIn } from '../../../meeting/deed.ts';
import type { Values } from '../../../meeting/form/subject.ts';
import { useReason } from '../../../meeting/reasons.ts';
import { Button } from '../../../ui/button.tsx';
import type { ButtonProps } from '../../../ui/button.tsx';
import { useDesk } from '../desk-context.tsx';
import { completed } from './completed.ts';

export type FormButtonProps = Omit<ButtonProps, 'action' | 'reason' | 'type' | 'onClick'> & {
  readonly command: CommandName;
  /** What of the input is known already. */
  readonly given?: Values;
  /** Opens whatever stands in its way now: what opens lists it. */
  readonly whatever?: boolean;
  readonly children: JSX.Element;
};

export function FormButton(props: FormButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['command', 'given', 'whatever']);
  const live = useLive();
  const desk = useDesk();
  const reasonFor = useReason();
  const reason = createMemo(() => {
    const standing = own.whatever ? null : standingIn(live);
    const verdict =
      standing &&
      rulesNow()?.formVerdict(own.command, completed(own.command, own.given ?? {}, standing.view), standing);
    return verdict?.is === 'refused' ? reasonFor(verdict.refusal) : undefined;
  });
  return (
    <Button
      size="small"
      variant="quiet"
      aria-haspopup="dialog"
      {...rest}
      reason={reason()}
      onClick={() => desk.openForm(own.command, own.given)}
    />
  );
}
