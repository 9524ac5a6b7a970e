// The key that does the same as the button beside it.

import type { JSX } from 'solid-js';
import './kbd.css';

export function Kbd(props: { readonly children: JSX.Element }): JSX.Element {
  return <kbd data-component="kbd">{props.children}</kbd>;
}
