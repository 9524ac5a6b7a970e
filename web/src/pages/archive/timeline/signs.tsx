// The signs of the single moments: one form for each kind, in the drawing and in its legend.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';
import type { SignKind } from './mark-rows.ts';

type Form = { readonly path: string; readonly filled: boolean };

/** In a square of 12 by 12. */
const forms: Readonly<Record<SignKind, Form>> = {
  conferral: { path: 'M6 .8 7.5 4.3 11.3 4.6 8.4 7.1 9.3 10.8 6 8.8 2.7 10.8 3.6 7.1.7 4.6 4.5 4.3Z', filled: true },
  directive: { path: 'M2.5 11.4V1.2L10.6 4.1 2.5 7', filled: true },
  statement: { path: 'M2.2 1h5.6l2 2v8H2.2ZM4.2 5h3.6M4.2 7.6h3.6', filled: false },
  announcement: { path: 'M6 .9 11.1 6 6 11.1.9 6Z', filled: true },
  motion: { path: 'M1.8 1.8h8.4v8.4H1.8Z', filled: false },
  vote: { path: 'M1.8 1.8h8.4v8.4H1.8ZM3.7 6.2 5.4 8 8.5 4.2', filled: false },
  handover: { path: 'M1 4h8.4M7 1.4 9.8 4 7 6.6M11 8.6H2.6', filled: false },
  correction: { path: 'M2 2l8 8M10 2 2 10', filled: false },
};

/** The order in which the legend tells them. */
export const SIGN_KINDS = Object.keys(forms) as readonly SignKind[];

/** The form itself, for within an `svg`. */
export function SignForm(props: { readonly kind: SignKind }): JSX.Element {
  return <path data-part="sign" data-filled={forms[props.kind].filled ? '' : undefined} d={forms[props.kind].path} />;
}

/** The patterns of units, each of which fills by `url(#archive-unit-<n>)`. */
export function UnitPatternDefs(): JSX.Element {
  return (
    <defs>
      <For each={patterns}>
        {(path, place) => (
          <pattern id={`archive-unit-${place()}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect data-part="pattern-ground" width="6" height="6" />
            <path data-part="pattern" d={path} />
          </pattern>
        )}
      </For>
    </defs>
  );
}

/** Full, slanted, dotted, upright, crossed, lined. */
const patterns: readonly string[] = [
  'M0 3h6',
  'M-1.5 1.5 1.5-1.5M0 6 6 0M4.5 7.5 7.5 4.5',
  'M1.5 3h0M4.5 0h0M4.5 6h0',
  'M1.5 0v6M4.5 0v6',
  'M0 0l6 6M6 0 0 6',
  'M0 1h6M0 5h6',
];
