// How much of a known whole is done or used: time of a speech, presence against a quorum, rows of an import.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import './progress.css';

export type ProgressProps = {
  readonly label: string;
  readonly value: number;
  readonly whole: number;
  /** What the figures say, in words: `12 of 20 minutes`. Shown beside the bar where `figures` is set, always read out. */
  readonly text: string;
  readonly figures?: boolean;
};

export function Progress(props: ProgressProps): JSX.Element {
  return (
    <span data-component="progress" data-over={props.value > props.whole ? '' : undefined}>
      <progress
        aria-label={props.label}
        aria-valuetext={props.text}
        value={Math.max(0, Math.min(props.value, props.whole))}
        max={Math.max(props.whole, 1)}
      />
      <Show when={props.figures}>
        <span aria-hidden="true">{props.text}</span>
      </Show>
    </span>
  );
}
