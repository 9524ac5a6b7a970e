// The timeline's drawing as signals: how wide it is, which stretch it shows, and where everything stands in it.

import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js';
import type { Accessor } from 'solid-js';
import type { Archive } from '../archive-context.tsx';
import { placeOf } from '../axis/axis.ts';
import { scaleOf, showing, WHOLE, zoomed, zoomOf } from '../axis/stretch.ts';
import type { Scale, Stretch } from '../axis/stretch.ts';

/** Pixels between the margins of a sheet of A4 that lies on its side. */
const SHEET = 1026;

export type Drawing = {
  readonly stretch: Accessor<Stretch>;
  readonly scale: Accessor<Scale>;
  /** The place of the moment on the whole line, from 0 to 1, and in the drawing, in pixels. */
  readonly place: Accessor<number>;
  readonly x: Accessor<number>;
  /** How many times larger than the whole. */
  readonly zoom: Accessor<number>;
  readonly zoomBy: (factor: number, around?: number) => void;
  readonly showWhole: () => void;
  /** Gives the element whose width the drawing takes. */
  readonly measure: (element: HTMLElement) => void;
};

export function createDrawing(archive: Archive): Drawing {
  const [stretch, setStretch] = createSignal<Stretch>(WHOLE);
  const [width, setWidth] = createSignal(0);
  const scale = createMemo(() => scaleOf(archive.axis(), stretch(), width()));
  const place = createMemo(() => placeOf(archive.axis(), archive.moment().ms));
  const x = createMemo(() => scale().x(archive.moment().ms));
  const zoom = () => zoomOf(stretch());

  // The moment stays in sight, wherever it goes.
  createEffect(on(place, (now) => setStretch((before) => showing(before, now)), { defer: true }));

  return {
    stretch,
    scale,
    place,
    x,
    zoom,
    zoomBy: (factor, around = place()) => setStretch((before) => zoomed(before, factor, around)),
    showWhole: () => setStretch(WHOLE),
    measure: (element) => {
      onMount(() => {
        const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
        observer.observe(element);
        // A sheet shows the whole meeting, as wide as it is.
        const print = () => {
          setStretch(WHOLE);
          setWidth(SHEET);
        };
        const leave = () => setWidth(Math.round(element.getBoundingClientRect().width));
        window.addEventListener('beforeprint', print);
        window.addEventListener('afterprint', leave);
        onCleanup(() => {
          observer.disconnect();
          window.removeEventListener('beforeprint', print);
          window.removeEventListener('afterprint', leave);
        });
      });
    },
  };
}
