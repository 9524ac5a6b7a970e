// A call that waits until nothing more is typed.

import { onCleanup } from 'solid-js';

export type Later<Value> = {
  /** Calls with the last value, so many milliseconds after it came. */
  readonly call: (value: Value) => void;
  /** What was to be called is not called any more. */
  readonly forget: () => void;
};

export function createLater<Value>(action: (value: Value) => void, milliseconds: number): Later<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = () => clearTimeout(timer);
  onCleanup(forget);
  return {
    call: (value) => {
      forget();
      timer = setTimeout(() => action(value), milliseconds);
    },
    forget,
  };
}
