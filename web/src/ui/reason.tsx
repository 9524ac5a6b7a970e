// Why something cannot be done now: beside what was pointed at, above everything else, gone as soon as one looks away.

import { onCleanup, onMount } from 'solid-js';
import type { JSX } from 'solid-js';
import './reason.css';

/** Pixels between the bubble and what it belongs to, and to the edges of the window. */
const GAP = 6;

export type ReasonProps = {
  readonly anchor: HTMLElement;
  readonly text: string;
  /** Called when the page moves under it or Escape is pressed. */
  readonly onGone: () => void;
};

/** Seen only: whoever hears the page is told the same by the anchor's description. */
export function Reason(props: ReasonProps): JSX.Element {
  let bubble!: HTMLDivElement;
  const gone = () => props.onGone();
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') gone();
  };
  onMount(() => {
    bubble.showPopover();
    place(bubble, props.anchor);
    window.addEventListener('scroll', gone, { capture: true, passive: true });
    window.addEventListener('resize', gone);
    window.addEventListener('keydown', escape);
  });
  onCleanup(() => {
    window.removeEventListener('scroll', gone, { capture: true });
    window.removeEventListener('resize', gone);
    window.removeEventListener('keydown', escape);
  });
  return (
    <div ref={(made) => (bubble = made)} popover="manual" data-component="reason" aria-hidden="true">
      {props.text}
    </div>
  );
}

/** Below the anchor where there is room, else above it; never beyond the window. */
function place(bubble: HTMLElement, anchor: HTMLElement): void {
  const around = anchor.getBoundingClientRect();
  const { width, height } = bubble.getBoundingClientRect();
  const below = around.bottom + GAP + height <= window.innerHeight;
  const left = Math.min(around.left, window.innerWidth - width - GAP);
  bubble.style.left = `${Math.max(GAP, left)}px`;
  bubble.style.top = `${below ? around.bottom + GAP : Math.max(GAP, around.top - GAP - height)}px`;
}
