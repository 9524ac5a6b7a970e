// A menu under a button, on Kobalte's primitive: arrow keys, type-ahead, Escape.

import { DropdownMenu as Primitive } from '@kobalte/core/dropdown-menu';
import { For, mergeProps } from 'solid-js';
import type { JSX } from 'solid-js';
import type { ButtonLook } from './button.tsx';
import { Icon } from './icon.tsx';
import './button.css';
import './menu.css';

export type MenuProps = ButtonLook & {
  /** What the button shows. */
  readonly trigger: JSX.Element;
  /** What the button is called, where it shows no words. */
  readonly label?: string;
  /** Opens it at once, for a menu that was fetched because its button was pressed. */
  readonly defaultOpen?: boolean;
  readonly children: JSX.Element;
};

export function Menu(props: MenuProps): JSX.Element {
  const given = mergeProps({ variant: 'quiet', size: 'medium' } as const, props);
  return (
    <Primitive gutter={4} placement="bottom-end" modal={false} defaultOpen={given.defaultOpen ?? false}>
      <Primitive.Trigger
        data-component="button"
        data-variant={given.variant}
        data-size={given.size}
        data-square={given.square ? '' : undefined}
        aria-label={given.label}
      >
        {given.trigger}
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content data-component="menu">{given.children}</Primitive.Content>
      </Primitive.Portal>
    </Primitive>
  );
}

export function MenuItem(props: {
  readonly onSelect: () => void;
  readonly disabled?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <Primitive.Item data-component="menu-item" disabled={props.disabled ?? false} onSelect={() => props.onSelect()}>
      <span data-part="mark" />
      {props.children}
    </Primitive.Item>
  );
}

/** One of several, the chosen one ticked. */
export function MenuChoice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onValue: (value: Value) => void;
}): JSX.Element {
  return (
    <Primitive.Group>
      <Primitive.GroupLabel data-component="menu-label">{props.label}</Primitive.GroupLabel>
      <Primitive.RadioGroup value={props.value} onChange={(value) => props.onValue(value as Value)}>
        <For each={props.choices}>
          {(choice) => (
            <Primitive.RadioItem data-component="menu-item" value={choice.value} lang={choice.lang} closeOnSelect>
              <span data-part="mark">
                <Primitive.ItemIndicator>
                  <Icon name="check" />
                </Primitive.ItemIndicator>
              </span>
              {choice.label}
            </Primitive.RadioItem>
          )}
        </For>
      </Primitive.RadioGroup>
    </Primitive.Group>
  );
}

export function MenuSeparator(): JSX.Element {
  return <Primitive.Separator data-component="menu-separator" />;
}
