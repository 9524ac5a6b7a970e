// A short word about the thing beside it. The tone is colour, form and word together.

import type { JSX } from 'solid-js';
import './badge.css';

/** `now`: accent bar; `live`: red dot; `waiting`: amber ring; `steady`: a quiet dot; `done`: ticked; `off`: struck out; `plain`: a word. */
export type Tone = 'now' | 'live' | 'waiting' | 'steady' | 'done' | 'off' | 'plain';

export function Badge(props: { readonly tone?: Tone; readonly children: JSX.Element }): JSX.Element {
  return (
    <span data-component="badge" data-tone={props.tone ?? 'plain'}>
      <span data-part="form" aria-hidden="true" />
      {props.children}
    </span>
  );
}
