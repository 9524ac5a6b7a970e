// The controls one types and chooses in, each inside its field. A control shows the value it is given and tells each
// change; what the change means is the caller's.

import { For, Show, splitProps } from 'solid-js';
import type { ComponentProps, JSX } from 'solid-js';
import { Field } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';

const FIELD = ['label', 'hint', 'error', 'optional', 'labelHidden'] as const;

type Valued = { readonly value: string; readonly onValue: (value: string) => void };

type InputProps = FieldProps &
  Valued &
  Omit<ComponentProps<'input'>, keyof FieldProps | keyof Valued | 'onInput' | 'id'>;

/** One line: text, a password, a date, a time. */
export function TextInput(props: InputProps): JSX.Element {
  const [field, own, rest] = splitProps(props, FIELD, ['onValue']);
  return (
    <Field {...field}>
      {(ties) => (
        <input
          type="text"
          {...rest}
          {...ties}
          data-component="control"
          onInput={(event) => own.onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A whole number, kept as the text that was typed: what it may be is checked where it is used. */
export function NumberInput(props: InputProps): JSX.Element {
  const [field, own, rest] = splitProps(props, FIELD, ['onValue']);
  return (
    <Field {...field}>
      {(ties) => (
        <input
          {...rest}
          {...ties}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          data-component="control"
          data-kind="number"
          onInput={(event) => own.onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = FieldProps &
  Valued &
  Omit<ComponentProps<'textarea'>, keyof FieldProps | keyof Valued | 'onInput' | 'id'>;

/** Several lines; grows with what is typed. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const [field, own, rest] = splitProps(props, FIELD, ['onValue']);
  return (
    <Field {...field}>
      {(ties) => (
        <textarea
          rows={3}
          {...rest}
          {...ties}
          data-component="control"
          data-kind="lines"
          onInput={(event) => own.onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export type Choice = { readonly value: string; readonly label: string; readonly disabled?: boolean };

type SelectProps = FieldProps &
  Valued &
  Omit<ComponentProps<'select'>, keyof FieldProps | keyof Valued | 'onChange' | 'id' | 'children'> & {
    readonly choices: readonly Choice[];
    /** The words of the empty choice, where there is one. */
    readonly empty?: string;
  };

/** One of several. */
export function Select(props: SelectProps): JSX.Element {
  const [field, own, rest] = splitProps(props, FIELD, ['onValue', 'choices', 'empty', 'value']);
  return (
    <Field {...field}>
      {(ties) => (
        <span data-component="select">
          <select
            {...rest}
            {...ties}
            data-component="control"
            onChange={(event) => own.onValue(event.currentTarget.value)}
          >
            <Show when={own.empty !== undefined}>
              <option value="" selected={own.value === ''}>
                {own.empty}
              </option>
            </Show>
            <For each={own.choices}>
              {(choice) => (
                <option value={choice.value} selected={choice.value === own.value} disabled={choice.disabled}>
                  {choice.label}
                </option>
              )}
            </For>
          </select>
          <Icon name="chevron" />
        </span>
      )}
    </Field>
  );
}

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'checked' | 'onChange' | 'onInput'> & {
  readonly label: JSX.Element;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
};

/** Yes or no; with `type="radio"` and a common `name`, one of several. */
export function Checkbox(props: CheckboxProps & { readonly type?: 'checkbox' | 'radio' }): JSX.Element {
  const [own, rest] = splitProps(props, ['label', 'checked', 'onChecked', 'type']);
  return (
    <label data-component="checkbox">
      <input
        {...rest}
        type={own.type ?? 'checkbox'}
        checked={own.checked}
        onChange={(event) => own.onChecked(event.currentTarget.checked)}
      />
      <span>{own.label}</span>
    </label>
  );
}
