// The few drawn signs, 16 by 16, in the colour of the text beside them. They repeat what words say, so readers skip them.

import type { JSX } from 'solid-js';

const paths = {
  add: 'M8 3v10M3 8h10',
  attach: 'M12.8 7.4 8 12.2a3 3 0 0 1-4.3-4.3l5.2-5.1a2 2 0 0 1 2.8 2.8L6.6 10.7a1 1 0 0 1-1.4-1.4l4.4-4.4',
  back: 'M12.5 3.5 6.5 8l6 4.5ZM4 3.5v9',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  chevron: 'm4 6.2 4 4 4-4',
  close: 'm4 4 8 8M12 4l-8 8',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.2h10',
  forward: 'M3.5 3.5 9.5 8l-6 4.5ZM12 3.5v9',
  grip: 'M6 3.6v.1M6 8v.1M6 12.4v.1M10 3.6v.1M10 8v.1M10 12.4v.1',
  info: 'M8 7.2v4M8 4.6v.2M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4Z',
  less: 'M3 8h10',
  lock: 'M5 7V5.2a3 3 0 0 1 6 0V7M3.8 7h8.4v6.2H3.8Z',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  pause: 'M5.5 4v8M10.5 4v8',
  person: 'M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8ZM2.8 13.6c.6-2.6 2.6-3.9 5.2-3.9s4.6 1.3 5.2 3.9',
  play: 'M4.5 3 13 8l-8.5 5Z',
  warn: 'M8 6.2v3.2M8 11.4v.2M8 2.2 14 13H2Z',
} as const;

export type IconName = keyof typeof paths;

export function Icon(props: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      data-component="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path d={paths[props.name]} stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
