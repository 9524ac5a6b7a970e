// A number as a bar, to be compared with those above and below it; the number itself stands beside it in words.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';

export type BarProps = {
  /** Of the longest, from 0 to 1. */
  readonly share: number;
  /** What was planned, of the same: a mark on the bar. */
  readonly planned?: number | null;
};

/** So wide that what is little is still seen. */
const LEAST = 0.6;

export function Bar(props: BarProps): JSX.Element {
  const width = () => (props.share <= 0 ? 0 : Math.max(LEAST, Math.min(1, props.share) * 100));
  const within = () => Math.min(width(), (props.planned ?? 1) * 100);
  return (
    <svg data-component="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <Show when={typeof props.planned === 'number'}>
        <rect data-part="planned" width={(props.planned ?? 0) * 100} y="1" height="10" />
      </Show>
      <rect data-part="bar" width={within()} y="3" height="6" />
      <Show when={width() > within()}>
        <rect data-part="over" x={within()} width={width() - within()} y="3" height="6" />
      </Show>
    </svg>
  );
}
