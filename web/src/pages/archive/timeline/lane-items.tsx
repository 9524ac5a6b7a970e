// The items: as planned above, as taken below.

import type { ItemLane } from '@rostrum/projections';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useArchive } from '../archive-context.tsx';
import type { Scale } from '../axis/stretch.ts';
import type { Bar } from './bars.ts';
import { createBars } from './create-bars.ts';
import { bestFitting } from './fit.ts';
import { ACTUAL, CAPTION, LETTERS, PLANNED } from './geometry.ts';

type Sat = { readonly from: string; readonly to: string | null; readonly item: ItemLane; readonly number: number };

export function ItemsLane(props: { readonly y: number; readonly scale: Scale }): JSX.Element {
  const archive = useArchive();
  const planned = createMemo(() =>
    archive
      .timeline()
      .items.filter(({ planned: { from, to } }) => from !== to)
      .map((item, place): Sat => ({ ...item.planned, item, number: place + 1 })),
  );
  const taken = createMemo(() =>
    archive
      .timeline()
      .items.flatMap((item, place) => item.sittings.map((sitting): Sat => ({ ...sitting, item, number: place + 1 })))
      .toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from)),
  );
  const scale = () => props.scale;
  const upper = createBars(planned, scale, archive.end);
  const lower = createBars(taken, scale, archive.end);
  return (
    <g data-lane="items" transform={`translate(0 ${props.y})`}>
      <g transform={`translate(0 ${CAPTION})`}>
        <For each={upper()}>
          {(bar) => <rect data-part="planned" x={bar.from} width={widthOf(bar)} height={PLANNED} rx="1" />}
        </For>
      </g>
      <g transform={`translate(0 ${CAPTION + PLANNED + 3})`}>
        <For each={lower()}>
          {(bar) => (
            <>
              <rect data-part="actual" x={bar.from} width={widthOf(bar)} height={ACTUAL} rx="2" />
              <BarText
                bar={bar}
                texts={[`${bar.of.number} ${bar.of.item.title}`, String(bar.of.number)]}
                height={ACTUAL}
              />
            </>
          )}
        </For>
      </g>
    </g>
  );
}

/** A little less than its time, so that two that follow each other stay apart. */
export const widthOf = ({ from, to }: Bar<unknown>): number => Math.max(1, to - from - 1);

type BarTextProps = {
  readonly bar: Bar<unknown>;
  /** From the longest to the shortest. */
  readonly texts: readonly string[];
  readonly height: number;
};

const INSET = 5;

/** The name in a bar, where there is room for it. */
export function BarText(props: BarTextProps): JSX.Element {
  const start = () => Math.max(0, props.bar.from);
  const shown = () =>
    props.bar.count > 1 ? '' : bestFitting(props.texts, props.bar.to - start() - 2 * INSET, LETTERS);
  return (
    <Show when={shown()}>
      {(text) => (
        <text data-part="name" x={start() + INSET} y={props.height / 2 + 4}>
          {text()}
        </text>
      )}
    </Show>
  );
}
