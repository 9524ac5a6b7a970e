// The signs of the house, from one kept set (Lucide), 16 by 16 in the colour of the text beside them. They repeat what
// words say, so readers skip them. A further sign is a further line in `signs`: only those named here are bundled.

import {
  Check,
  ChevronDown,
  Download,
  GripVertical,
  Info,
  Lock,
  Menu,
  Minus,
  Paperclip,
  Pause,
  Play,
  Plus,
  SkipBack,
  SkipForward,
  TriangleAlert,
  UserRound,
  X,
} from 'lucide';
import type { IconNode } from 'lucide';
import type { JSX } from 'solid-js';

const signs = {
  add: Plus,
  attach: Paperclip,
  back: SkipBack,
  check: Check,
  chevron: ChevronDown,
  close: X,
  download: Download,
  forward: SkipForward,
  grip: GripVertical,
  info: Info,
  less: Minus,
  lock: Lock,
  menu: Menu,
  pause: Pause,
  person: UserRound,
  play: Play,
  warn: TriangleAlert,
} as const satisfies Readonly<Record<string, IconNode>>;

export type IconName = keyof typeof signs;

/** All of them, to be looked at side by side. */
export const iconNames = Object.keys(signs) as readonly IconName[];

export function Icon(props: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      data-component="icon"
      viewBox="0 0 24 24"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {drawn(signs[props.name])}
    </svg>
  );
}

/** The lines of a sign as elements. */
const drawn = (sign: IconNode): SVGElement[] =>
  sign.map(([tag, attributes]) => {
    const line = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, String(value));
    return line;
  });
