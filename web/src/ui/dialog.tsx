// A dialog over the page, on Kobalte's primitive: focus stays inside, Escape closes, the page behind is silent.

import { Dialog as Primitive } from '@kobalte/core/dialog';
import { Show } from 'solid-js';
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

export function Dialog(props: DialogProps): JSX.Element {
  const { t } = useWords();
  return (
    <Primitive open={props.open} onOpenChange={(open) => props.onOpenChange(open)}>
      <Primitive.Portal>
        <Primitive.Overlay data-component="dialog-overlay" />
        <div data-component="dialog-place">
          <Primitive.Content data-component="dialog" data-width={props.width ?? 'medium'}>
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
