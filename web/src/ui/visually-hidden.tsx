// Words for those who hear the page: there, and not seen.

import type { JSX } from 'solid-js';
import './visually-hidden.css';

export function VisuallyHidden(props: { readonly children: JSX.Element }): JSX.Element {
  return <span data-component="visually-hidden">{props.children}</span>;
}
