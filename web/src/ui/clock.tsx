// A running time in figures of one width, so that nothing moves but the figures.

import { mergeProps } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../i18n/format.ts';
import './clock.css';

export type ClockProps = {
  /** Whole seconds; below zero with a minus sign. */
  readonly seconds: number;
  /** `row`: as the text around it; `large`: the clock of a running speech. */
  readonly size?: 'row' | 'large';
  /** Beyond what was granted. */
  readonly over?: boolean;
  /** What it measures, for those who hear the page. It is not read out as it runs. */
  readonly label?: string;
};

export function Clock(props: ClockProps): JSX.Element {
  const given = mergeProps({ size: 'row', over: false } as const, props);
  return (
    <span
      data-component="clock"
      data-size={given.size}
      data-over={given.over ? '' : undefined}
      role="timer"
      aria-label={given.label}
    >
      {clock(given.seconds)}
    </span>
  );
}
