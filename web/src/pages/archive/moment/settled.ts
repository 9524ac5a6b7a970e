// A moment at rest: what takes longer than a frame to work out waits until the reader stands still, and while the record is
// played it is worked out now and then.

import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';

/** Milliseconds of rest, and between two looks while playing. */
const REST = 120;
const EVERY = 1000;

/** The latest value that has rested. */
export function createSettled<T>(value: Accessor<T>, moving: Accessor<boolean>): Accessor<T> {
  const [settled, setSettled] = createSignal<T>(value(), { equals: false });
  let looked = 0;
  createEffect(
    on(
      [value, moving],
      ([now, isMoving]) => {
        const wait = isMoving ? Math.max(0, looked + EVERY - performance.now()) : REST;
        const timer = setTimeout(() => {
          looked = performance.now();
          setSettled(() => now);
        }, wait);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
  return settled;
}
