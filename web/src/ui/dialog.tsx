// A dialog over the page, on Kobalte's primitive: focus begins in the first field and stays inside, Escape closes, the page
// behind is silent, and what had the focus before has it again afterwards.

import { Dialog as Primitive } from '@kobalte/core/dialog';
import { createEffect, on, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import './button.css';
import './dialog.css';

export type DialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** What it is about, in a sentence below the title. */
  readonly description?: string;
  /** `narrow`: a question; `medium`: a form; `wide`: a table. */
  readonly width?: 'narrow' | 'medium' | 'wide';
  readonly children: JSX.Element;
  /** The buttons, the next step last. */
  readonly footer?: JSX.Element;
};

/** Where the focus begins: where the content asks for it, else in its first field. */
const BEGINNINGS = ['[autofocus]', '[data-part="body"] :is(input, select, textarea):not([type="file"])'];

export function Dialog(props: DialogProps): JSX.Element {
  const { t } = useWords();
  let content: HTMLElement | undefined;
  let before: Element | null = null;

  // Kobalte would begin with the button that closes, and gives the focus back to a trigger only, which our dialogs have none of.
  const begin = (event: Event) => {
    before = document.activeElement;
    if (focusFirst()) event.preventDefault();
  };
  const focusFirst = (): boolean => {
    const [first] = BEGINNINGS.flatMap((selector) => content?.querySelector<HTMLElement>(selector) ?? []);
    first?.focus();
    return first !== undefined;
  };
  // Another title is another content, and what had the focus may have gone with the old one: then the keyboard would be
  // outside. Where the new one asks for nothing, the dialog itself has the focus.
  const comeBack = () => {
    if (!content || content.contains(document.activeElement) || focusFirst()) return;
    content.querySelector<HTMLElement>('[role="dialog"]')?.focus();
  };
  createEffect(
    on(
      () => props.title,
      () => queueMicrotask(comeBack),
      { defer: true },
    ),
  );
  const giveBack = () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };

  return (
    <Primitive open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Primitive.Portal>
        <Primitive.Overlay data-component="dialog-overlay" />
        <div data-component="dialog-place" ref={(made) => (content = made)}>
          <Primitive.Content
            data-component="dialog"
            data-width={props.width ?? 'medium'}
            onOpenAutoFocus={begin}
            onCloseAutoFocus={giveBack}
          >
            <header>
              <Primitive.Title>{props.title}</Primitive.Title>
              <Primitive.CloseButton
                data-component="button"
                data-variant="quiet"
                data-size="small"
                data-square=""
                aria-label={t('dialog.close')}
              >
                <Icon name="close" />
              </Primitive.CloseButton>
            </header>
            <div data-part="body">
              <Show when={props.description}>
                <Primitive.Description>{props.description}</Primitive.Description>
              </Show>
              {props.children}
            </div>
            <Show when={props.footer}>
              <footer>{props.footer}</footer>
            </Show>
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive>
  );
}
