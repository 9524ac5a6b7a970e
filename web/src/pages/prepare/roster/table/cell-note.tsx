// What is to be said at a cell that is being written: what is wrong, or what somebody else has written there meanwhile.

import { onCleanup, onMount } from 'solid-js';
import type { JSX } from 'solid-js';

/** Pixels between the note and its cell, and to the edge of the window. */
const GAP = 4;

export function CellNote(props: { readonly anchor: HTMLElement; readonly children: JSX.Element }): JSX.Element {
  let note!: HTMLDivElement;
  const place = () => {
    const cell = props.anchor.getBoundingClientRect();
    const { width, height } = note.getBoundingClientRect();
    const below = cell.bottom + GAP;
    const top = below + height > window.innerHeight ? cell.top - GAP - height : below;
    note.style.top = `${top}px`;
    note.style.left = `${Math.max(GAP, Math.min(cell.left, window.innerWidth - width - GAP))}px`;
  };
  onMount(() => {
    note.showPopover();
    place();
    const grown = new ResizeObserver(place);
    grown.observe(note);
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    onCleanup(() => {
      grown.disconnect();
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    });
  });
  return (
    <div ref={(made) => (note = made)} popover="manual" data-component="cell-note" role="alert">
      {props.children}
    </div>
  );
}
