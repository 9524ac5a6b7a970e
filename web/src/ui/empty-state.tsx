// What stands where there is nothing yet: what would be here, and how it begins.

import type { JSX } from 'solid-js';
import './empty-state.css';

export type EmptyStateProps = {
  readonly title: string;
  readonly children?: JSX.Element;
  readonly actions?: JSX.Element;
  /** `page`: the page has nothing else; `part`: one list of several. */
  readonly size?: 'page' | 'part';
  /** A heading of the first level where it is the page's own. */
  readonly heading?: 1 | 2;
};

export function EmptyState(props: EmptyStateProps): JSX.Element {
  return (
    <section data-component="empty-state" data-size={props.size ?? 'page'}>
      {props.heading === 1 ? <h1>{props.title}</h1> : <h2>{props.title}</h2>}
      {props.children}
      {props.actions ? <div data-part="actions">{props.actions}</div> : null}
    </section>
  );
}
