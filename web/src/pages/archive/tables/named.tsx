// A name in a table with its unit beside it, or below where there is little room.

import type { JSX } from 'solid-js';
import { unitName } from '../../../meeting/people.ts';

export function Named(props: { readonly name: string; readonly unit: string }): JSX.Element {
  return (
    <span data-component="named">
      {props.name}
      <small title={props.unit}>{unitName(props.unit)}</small>
    </span>
  );
}
