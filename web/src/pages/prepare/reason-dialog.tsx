// Taking something away: withdrawing an item, removing a name. Asked once more, with a reason that may stay empty.

import type { MeetingCommandName } from '@rostrum/events';
import { createMemo, createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CommandInput, CommandName } from '../../api/command.ts';
import { useLive } from '../../live/use-live.tsx';
import { rulesNow, standingIn } from '../../meeting/deed.ts';
import { useReason } from '../../meeting/reasons.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FormFrame } from './form/form-frame.tsx';
import { createForm } from './form/form.ts';
import { typedText } from './form/typed.ts';
import { usePrepareWords } from './words.tsx';

export type Taking<N extends CommandName & MeetingCommandName> = {
  readonly command: N;
  readonly input: (reason: string | null) => CommandInput<N>;
  readonly title: string;
  readonly text?: string;
  readonly submit: string;
};

type ReasonDialogProps<N extends CommandName & MeetingCommandName> = Taking<N> & { readonly onClose: () => void };

/** Shown for as long as it exists. */
export function ReasonDialog<N extends CommandName & MeetingCommandName>(props: ReasonDialogProps<N>): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const reasonFor = useReason();
  const [reason, setReason] = createSignal('');
  const form = createForm<N>({
    // A dialog asks about one command; another is another dialog.
    // oxlint-disable-next-line solid/reactivity
    command: props.command,
    input: () => props.input(typedText(reason())),
    done: () => props.onClose(),
  });
  const held = createMemo(() => {
    const standing = standingIn(live);
    const verdict = standing && rulesNow()?.verdictOn(props.command, props.input(null), standing);
    return verdict?.is === 'refused' ? reasonFor(verdict.refusal) : undefined;
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      title={props.title}
      {...(props.text === undefined ? {} : { description: props.text })}
      width="narrow"
    >
      <FormFrame
        form={form}
        label={props.title}
        submit={props.submit}
        held={held()}
        onCancel={() => props.onClose()}
        danger
      >
        <Show when={held()}>{(because) => <Notice variant="warn">{because()}</Notice>}</Show>
        <TextInput label={p('reason')} optional value={reason()} onValue={setReason} error={form.errorAt('reason')} />
      </FormFrame>
    </Dialog>
  );
}
