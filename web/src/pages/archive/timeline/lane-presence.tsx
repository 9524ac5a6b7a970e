// How many are present, as a curve of steps, with the quorum where there is one.

import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useArchive } from '../archive-context.tsx';
import type { Scale } from '../axis/stretch.ts';
import { CAPTION, PRESENCE } from './geometry.ts';
import { mostPresent, presencePath } from './presence-path.ts';

export function PresenceLane(props: { readonly y: number; readonly scale: Scale }): JSX.Element {
  const archive = useArchive();
  const most = createMemo(() => mostPresent(archive.timeline().presence));
  const quorum = () => archive.latest().meeting.lifecycle.quorum;
  const top = () => Math.max(most(), quorum() ?? 0, 1);
  const path = createMemo(() =>
    presencePath(archive.timeline().presence, props.scale, { top: top(), height: PRESENCE, end: archive.end() }),
  );
  return (
    <g data-lane="presence" transform={`translate(0 ${props.y})`}>
      <g transform={`translate(0 ${CAPTION})`}>
        <line data-part="ground" x2={props.scale.width} y1={PRESENCE} y2={PRESENCE} />
        <path data-part="surface" d={path().surface} />
        <path data-part="curve" d={path().line} />
        <Show when={quorum()}>
          {(number) => (
            <line
              data-part="quorum"
              x2={props.scale.width}
              y1={PRESENCE - (number() / top()) * PRESENCE}
              y2={PRESENCE - (number() / top()) * PRESENCE}
            />
          )}
        </Show>
      </g>
    </g>
  );
}
