// Playing a record: a clock that drives the moment on, frame by frame, until its end or until it is stopped.

import { createEffect, createSignal, onCleanup, untrack } from 'solid-js';
import type { Accessor } from 'solid-js';
import { advanced } from './advance.ts';
import type { Playing, Speed } from './advance.ts';

export type Player = {
  readonly playing: Accessor<boolean>;
  readonly speed: Accessor<Speed>;
  readonly setSpeed: (speed: Speed) => void;
  readonly toggle: () => void;
  readonly stop: () => void;
};

export type Course = {
  /** The clock of the moment shown, in milliseconds. */
  readonly ms: () => number;
  /** What playing must know besides: the next event, the sitting, the end. */
  readonly around: () => Omit<Playing, 'speed' | 'elapsed'>;
  readonly goTo: (ms: number) => void;
  /** Where playing begins when there is nothing left to play. */
  readonly rewind: () => void;
};

/** The longest that one frame counts, in milliseconds: a tab in the background does not leap when it is shown again. */
const LONGEST_FRAME = 250;

export function createPlayer({ ms, around, goTo, rewind }: Course): Player {
  const [playing, setPlaying] = createSignal(false);
  const [speed, setSpeed] = createSignal<Speed>(10);

  createEffect(() => {
    if (!playing()) return;
    let last = performance.now();
    const step = (now: number) => {
      const elapsed = Math.min(LONGEST_FRAME, Math.max(0, now - last));
      last = now;
      untrack(() => {
        const bounds = around();
        const next = advanced(ms(), { ...bounds, speed: speed(), elapsed });
        goTo(next);
        if (next >= bounds.end) setPlaying(false);
      });
      frame = requestAnimationFrame(step);
    };
    let frame = requestAnimationFrame(step);
    onCleanup(() => cancelAnimationFrame(frame));
  });

  return {
    playing,
    speed,
    setSpeed,
    stop: () => setPlaying(false),
    toggle: () => {
      if (!playing() && ms() >= around().end) rewind();
      setPlaying((before) => !before);
    },
  };
}
