// One kind of paper under the item: folded where nothing of it is at hand, its heading with how many there are.

import { createEffect, createSignal, createUniqueId, on, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import './papers.css';

export type PaperSectionProps = {
  readonly title: string;
  /** How many there are; 0 shows none. */
  readonly count: number;
  /** Opens by itself when this becomes true; whoever works here may fold it again. */
  readonly atHand: boolean;
  /** What begins a new one. */
  readonly actions?: JSX.Element;
  readonly children: JSX.Element;
};

export function PaperSection(props: PaperSectionProps): JSX.Element {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  createEffect(
    on(
      () => props.atHand,
      (atHand) => atHand && setOpen(true),
    ),
  );
  return (
    <section data-component="paper-section" aria-labelledby={id}>
      <header>
        <h3 id={id}>
          <button type="button" aria-expanded={open()} onClick={() => setOpen(!open())}>
            <span data-part="fold" aria-hidden="true" />
            {props.title}
            <Show when={props.count > 0}>
              <span data-part="count">{props.count}</span>
            </Show>
          </button>
        </h3>
        {props.actions}
      </header>
      <Show when={open()}>{props.children}</Show>
    </section>
  );
}
