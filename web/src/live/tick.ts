// The passing of seconds, as a signal.

import { createSignal, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';

/**
 * The clock's time, read again as each of its whole seconds begins, until the owner of the scope goes.
 * @param now milliseconds
 */
export function createTick(now: () => number): Accessor<number> {
  const [time, setTime] = createSignal(now());
  let timer: ReturnType<typeof setTimeout>;
  const tick = () => {
    setTime(now());
    timer = setTimeout(tick, 1000 - (now() % 1000));
  };
  tick();
  onCleanup(() => clearTimeout(timer));
  return time;
}
