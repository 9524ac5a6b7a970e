// One section of the page: a heading that can be gone to, what it is for, and its tools.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createKeptFocus } from '../../ui/keep-focus.ts';
import type { SectionId } from './sections.ts';
import { usePrepareWords } from './words.tsx';
import './section.css';

export type SectionProps = {
  readonly id: SectionId;
  /** What it is for, in a sentence. */
  readonly lead?: string | undefined;
  /** Buttons for the section as a whole. */
  readonly tools?: JSX.Element;
  readonly children: JSX.Element;
};

export function Section(props: SectionProps): JSX.Element {
  const { p } = usePrepareWords();
  let section!: HTMLElement;
  createKeptFocus(() => section);
  return (
    <section
      ref={(made) => (section = made)}
      id={props.id}
      data-component="prepare-section"
      tabindex="-1"
      aria-labelledby={`${props.id}-title`}
    >
      <header>
        <h2 id={`${props.id}-title`}>{p(`section.${props.id}`)}</h2>
        <div data-part="tools">{props.tools}</div>
        <Show when={props.lead}>
          <p>{props.lead}</p>
        </Show>
      </header>
      {props.children}
    </section>
  );
}

/** What stands where a section has nothing yet. */
export function Nothing(props: { readonly children: JSX.Element }): JSX.Element {
  return <p data-component="prepare-nothing">{props.children}</p>;
}
