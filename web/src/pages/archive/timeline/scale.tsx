// The clock along the top, its lines through all lanes, the margins before and after, and the recesses.

import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useArchive } from '../archive-context.tsx';
import type { Scale } from '../axis/stretch.ts';
import { offsetOf, ticksOf } from '../axis/ticks.ts';
import { useArchiveWords } from '../words.tsx';
import { createBars } from './create-bars.ts';
import { textWidth } from './fit.ts';

/** Pixels between two times; a date takes more. */
const BETWEEN = 76;
const SMALL = 12;

export function TimeScale(props: { readonly scale: Scale; readonly height: number }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const zone = () => formats(archive.latest().meeting.lifecycle.timeZone);
  const sitting = () => archive.axis().sitting;
  const left = () => Math.max(0, props.scale.x(sitting().from));
  const right = () => Math.min(props.scale.width, props.scale.x(sitting().to));
  const ticks = createMemo(() => {
    const { from, to } = { from: props.scale.instant(left()), to: props.scale.instant(right()) };
    return ticksOf({ from, to }, right() - left(), BETWEEN, offsetOf(from, zone().timeZone));
  });
  const nextToEdge = (x: number) => right() - x < BETWEEN / 2;
  const called = createMemo(() => archive.timeline().recesses);
  const recesses = createBars(called, () => props.scale, archive.end);
  const before = () => fit(a('margin.before'), left());
  const after = () => fit(a('margin.after'), props.scale.width - right());
  return (
    <g data-lane="scale">
      <For each={recesses()}>
        {(bar) => (
          <rect
            data-part="recess"
            x={bar.from}
            y="24"
            width={Math.max(1, bar.to - bar.from)}
            height={props.height - 24}
          />
        )}
      </For>
      <For each={ticks()}>
        {(tick) => {
          const x = () => props.scale.x(tick.instant);
          const iso = new Date(tick.instant).toISOString();
          return (
            <>
              <line data-part="tick" data-day={tick.day ? '' : undefined} x1={x()} x2={x()} y1="20" y2={props.height} />
              <Show when={!nextToEdge(x())}>
                <text data-part="time" x={x() + 4} y="14">
                  {tick.day ? zone().day(iso) : zone().time(iso)}
                </text>
              </Show>
            </>
          );
        }}
      </For>
      <Show when={left() > 0}>
        <rect data-part="margin" width={left()} height={props.height} />
        <text data-part="aside" x="4" y="14">
          {before()}
        </text>
      </Show>
      <Show when={right() < props.scale.width}>
        <rect data-part="margin" x={right()} width={props.scale.width - right()} height={props.height} />
        <text data-part="aside" x={right() + 4} y="14">
          {after()}
        </text>
      </Show>
    </g>
  );
}

const fit = (text: string, room: number): string => (textWidth(text, SMALL) + 6 <= room ? text : '');
