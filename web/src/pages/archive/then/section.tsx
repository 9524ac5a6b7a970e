// A part of the meeting as it stood: a heading with its number, and what it holds, or that it holds nothing yet.

import { createUniqueId, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useArchiveWords } from '../words.tsx';

export type ThenSectionProps = {
  readonly title: string;
  /** How many there are; 0: none yet. */
  readonly count?: number;
  /** Beside the heading: a sum, a state. */
  readonly aside?: JSX.Element;
  readonly children: JSX.Element;
};

export function ThenSection(props: ThenSectionProps): JSX.Element {
  const { a, formats } = useArchiveWords();
  const id = createUniqueId();
  return (
    <section data-component="then-section" aria-labelledby={id}>
      <header>
        <h3 id={id}>{props.title}</h3>
        <Show when={props.count}>{(count) => <span data-part="count">{formats().number(count())}</span>}</Show>
        <span data-part="aside">{props.aside}</span>
      </header>
      <Show when={props.count !== 0} fallback={<p data-part="none">{a('then.none')}</p>}>
        {props.children}
      </Show>
    </section>
  );
}
