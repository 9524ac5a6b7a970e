// The mark of the house: a lectern with its microphone.

import type { JSX } from 'solid-js';

export function Mark(): JSX.Element {
  return (
    <svg data-component="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="currentColor" />
      <path data-part="form" d="M7 10h18v3H7zM10 15h12l-1.6 9H11.6zM15 5h2v5h-2z" />
    </svg>
  );
}
