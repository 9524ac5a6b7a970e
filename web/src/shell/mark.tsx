// The mark of the house: a lectern on its steps, as one stands before it. `mark.svg` is the same, for the browser's tab.

import type { JSX } from 'solid-js';

export function Mark(): JSX.Element {
  return (
    <svg data-component="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="currentColor" />
      <path data-part="form" d="M6 5H26L23 11H9zM11 12.5H21V21H24V24H27V27H5V24H8V21H11z" />
    </svg>
  );
}
