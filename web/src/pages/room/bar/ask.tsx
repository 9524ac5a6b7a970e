// Asking for the floor: one press to speak on the item; the other kinds one press further.

import { createSignal, createUniqueId, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { createGiving } from '../giving.ts';
import type { Presents } from '../gesture.ts';
import { useRoomWords } from '../words.tsx';
import { Kinds } from './kinds.tsx';

export type AskProps = {
  readonly presents: Presents;
  /** Something else is the one thing to do: asking is only a press away. */
  readonly secondary?: boolean;
};

export function Ask(props: AskProps): JSX.Element {
  const { r } = useRoomWords();
  const [open, setOpen] = createSignal(false);
  const kinds = createUniqueId();
  const ask = createGiving('request-floor', () => ({ kind: 'speech' as const }));
  return (
    <>
      <Show when={open()}>
        <Kinds id={kinds} onDone={() => setOpen(false)} />
      </Show>
      <Show when={props.presents}>{(presents) => <p data-part="hint">{r(`bar.presents.${presents().when}`)}</p>}</Show>
      <div data-part="row">
        <Show when={!props.secondary && !open()}>
          <Button variant="primary" size="large" action={ask}>
            {r('bar.ask')}
          </Button>
        </Show>
        <MoreKinds
          open={open()}
          kinds={kinds}
          onToggle={() => setOpen(!open())}
          words={r(props.secondary ? 'bar.ask' : 'bar.other')}
          label={props.secondary ? undefined : r('bar.more')}
        />
      </div>
    </>
  );
}

/** Opens and closes the other kinds. */
export function MoreKinds(props: {
  readonly open: boolean;
  /** The id of what it opens. */
  readonly kinds: string;
  readonly onToggle: () => void;
  /** What stands on it; an arrow alone where there is no room for more. */
  readonly words?: string | undefined;
  /** What it does, where the words do not say it. */
  readonly label?: string | undefined;
}): JSX.Element {
  const { r } = useRoomWords();
  return (
    <Button
      size="large"
      square={props.words === undefined && !props.open}
      aria-label={props.open ? undefined : props.label}
      aria-expanded={props.open}
      aria-controls={props.open ? props.kinds : undefined}
      data-part="more"
      onClick={() => props.onToggle()}
    >
      <Show when={!props.open} fallback={r('cancel')}>
        {props.words}
        <Icon name="chevron" />
      </Show>
    </Button>
  );
}
