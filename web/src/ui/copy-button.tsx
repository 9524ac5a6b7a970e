// A button that puts text on the clipboard and says that it did.

import { createSignal, mergeProps, onCleanup, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { Button } from './button.tsx';
import type { ButtonLook } from './button.tsx';
import { Icon } from './icon.tsx';

/** Milliseconds that the confirmation stays. */
const STAYS = 2500;

export type CopyButtonProps = ButtonLook & {
  readonly text: string;
  /** What the button is called, where its words alone do not tell what is copied. */
  readonly label?: string;
  readonly children: JSX.Element;
};

export function CopyButton(props: CopyButtonProps): JSX.Element {
  const given = mergeProps({ variant: 'plain', size: 'small' } as const, props);
  const { t } = useWords();
  const [done, setDone] = createSignal<'copied' | 'failed' | null>(null);
  let timer: ReturnType<typeof setTimeout>;
  onCleanup(() => clearTimeout(timer));

  const copy = async () => {
    setDone((await copied(given.text)) ? 'copied' : 'failed');
    clearTimeout(timer);
    timer = setTimeout(() => setDone(null), STAYS);
  };
  return (
    <Button
      variant={given.variant}
      size={given.size}
      square={given.square ?? false}
      aria-label={done() === null ? given.label : undefined}
      onClick={() => void copy()}
    >
      <Show when={done()} fallback={given.children}>
        {(state) => (
          <>
            <Icon name={state() === 'copied' ? 'check' : 'warn'} />
            <span role="status">{t(`copy.${state()}`)}</span>
          </>
        )}
      </Show>
    </Button>
  );
}

/** Copies; without a secure context, where there is no clipboard API, by a selection. False where the browser forbids it. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}

function copiedBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.setAttribute('data-component', 'visually-hidden');
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
