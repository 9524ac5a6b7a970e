// What each lane is, in a line above it; never behind what is still to come.

import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';
import { CAPTION } from './geometry.ts';
import type { Lanes } from './geometry.ts';
import { mostPresent } from './presence-path.ts';

export function Captions(props: { readonly lanes: Lanes }): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const most = createMemo(() => mostPresent(archive.timeline().presence));
  const caption = (y: () => number, text: () => string) => (
    <text data-part="caption" y={y() + CAPTION - 6}>
      {text()}
    </text>
  );
  return (
    <g>
      {caption(
        () => props.lanes.items,
        () => a('lane.items'),
      )}
      {caption(
        () => props.lanes.speeches,
        () => a('lane.speeches'),
      )}
      {caption(
        () => props.lanes.presence,
        () => a('lane.presence', { count: most() }),
      )}
      <Show when={props.lanes.signRows > 0}>
        {caption(
          () => props.lanes.signs,
          () => a('lane.signs'),
        )}
      </Show>
    </g>
  );
}
