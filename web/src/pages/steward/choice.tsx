// A few things of which one is chosen, side by side, each large enough for a finger.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
};

export function Choice<Value extends string>(props: ChoiceProps<Value>): JSX.Element {
  return (
    <div data-component="choice" role="group" aria-label={props.label}>
      <For each={props.options}>
        {(option) => (
          <button type="button" aria-pressed={option.value === props.value} onClick={() => props.onValue(option.value)}>
            {option.label}
          </button>
        )}
      </For>
    </div>
  );
}
