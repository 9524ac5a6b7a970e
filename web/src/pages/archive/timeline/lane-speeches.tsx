// The speeches: a bar each, at its foot the pattern of the speaker's unit, its pauses left open.

import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { unitName } from '../../../meeting/people.ts';
import { useArchive } from '../archive-context.tsx';
import type { Scale } from '../axis/stretch.ts';
import { createBars } from './create-bars.ts';
import { CAPTION, FOOT, SPEECH } from './geometry.ts';
import { BarText, widthOf } from './lane-items.tsx';
import type { UnitPatterns } from './units.ts';

export function SpeechesLane(props: {
  readonly y: number;
  readonly scale: Scale;
  readonly units: UnitPatterns;
}): JSX.Element {
  const archive = useArchive();
  const speeches = createMemo(() => archive.timeline().speeches);
  const paused = createMemo(() => speeches().flatMap((speech) => speech.pauses));
  const scale = () => props.scale;
  const bars = createBars(speeches, scale, archive.end);
  const pauses = createBars(paused, scale, archive.end);
  /** A body's own part of its name tells it from others where there is no room for all of it. */
  const namesOf = (rosterId: string, name: string) => {
    const delegation = archive.latest().meeting.roster.delegations.get(rosterId);
    return delegation === undefined ? [name] : [name, unitName(delegation.unit)];
  };
  return (
    <g data-lane="speeches" transform={`translate(0 ${props.y})`}>
      <g transform={`translate(0 ${CAPTION})`}>
        <For each={bars()}>
          {(bar) => (
            <>
              <rect
                data-part="speech"
                data-many={bar.count > 1 ? '' : undefined}
                x={bar.from}
                width={widthOf(bar)}
                height={SPEECH - FOOT}
              />
              <Show when={bar.count === 1}>
                <rect
                  x={bar.from}
                  y={SPEECH - FOOT}
                  width={widthOf(bar)}
                  height={FOOT}
                  fill={`url(#archive-unit-${props.units.patternOf(bar.of.rosterId)})`}
                />
              </Show>
              <BarText bar={bar} texts={namesOf(bar.of.rosterId, bar.of.name)} height={SPEECH - FOOT} />
            </>
          )}
        </For>
        <For each={pauses().filter(({ from, to }) => to - from > 2)}>
          {(bar) => <rect data-part="pause" x={bar.from} width={widthOf(bar)} y={SPEECH - FOOT} height={FOOT} />}
        </For>
      </g>
    </g>
  );
}
