// The speeches: a bar each, at its foot the pattern of the speaker's unit, its pauses left open.

import { createMemo, For } from 'solid-js';
import type { JSX } from 'solid-js';
import { unitName } from '../../../meeting/people.ts';
import { useArchive } from '../archive-context.tsx';
import type { Scale } from '../axis/stretch.ts';
import { useArchiveWords } from '../words.tsx';
import { barsOf } from './bars.ts';
import { CAPTION, FOOT, SPEECH } from './geometry.ts';
import { BarText, widthOf } from './lane-items.tsx';
import type { UnitPatterns } from './units.ts';

export function SpeechesLane(props: {
  readonly y: number;
  readonly scale: Scale;
  readonly units: UnitPatterns;
}): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const bars = createMemo(() => barsOf(archive.timeline().speeches, props.scale, archive.end()));
  const pauses = createMemo(() =>
    barsOf(
      archive.timeline().speeches.flatMap((speech) => speech.pauses),
      props.scale,
      archive.end(),
    ).filter(({ from, to }) => to - from > 2),
  );
  /** A body's own part of its name tells it from others where there is no room for all of it. */
  const namesOf = (rosterId: string, name: string) => {
    const delegation = archive.latest().meeting.roster.delegations.get(rosterId);
    return delegation === undefined ? [name] : [name, unitName(delegation.unit)];
  };
  return (
    <g data-lane="speeches" transform={`translate(0 ${props.y})`}>
      <text data-part="caption" y={CAPTION - 6}>
        {a('lane.speeches')}
      </text>
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
              <rect
                x={bar.from}
                y={SPEECH - FOOT}
                width={widthOf(bar)}
                height={FOOT}
                fill={`url(#archive-unit-${props.units.patternOf(bar.of.rosterId)})`}
              />
              <BarText bar={bar} texts={namesOf(bar.of.rosterId, bar.of.name)} height={SPEECH - FOOT} />
            </>
          )}
        </For>
        <For each={pauses()}>
          {(bar) => <rect data-part="pause" x={bar.from} width={widthOf(bar)} y={SPEECH - FOOT} height={FOOT} />}
        </For>
      </g>
    </g>
  );
}
