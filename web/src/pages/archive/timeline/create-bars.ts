// Bars as signals: those that are over are worked out once, the one that lasts with every second.

import { createMemo } from 'solid-js';
import type { Accessor } from 'solid-js';
import type { Scale } from '../axis/stretch.ts';
import { barsOf } from './bars.ts';
import type { Bar, Drawn } from './bars.ts';

/** @param end where what lasts is drawn to, in milliseconds */
export function createBars<T extends Drawn>(
  spans: Accessor<readonly T[]>,
  scale: Accessor<Scale>,
  end: Accessor<number>,
): Accessor<readonly Bar<T>[]> {
  const over = createMemo(() =>
    barsOf(
      spans().filter(({ to }) => to !== null),
      scale(),
      0,
    ),
  );
  const lasting = createMemo(() => spans().filter(({ to }) => to === null));
  const open = createMemo(() => (lasting().length === 0 ? [] : barsOf(lasting(), scale(), end())));
  return createMemo(() => [...over(), ...open()]);
}
