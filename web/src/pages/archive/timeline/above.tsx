// What moves above the drawing, so that the drawing itself never has to be made again: the veil over what is still to come,
// the hairline, and where the pointer is. The names of the lanes stand above the veil.

import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';
import type { Lanes } from './geometry.ts';
import { mostPresent } from './presence-path.ts';
import type { Pointed } from './timeline.tsx';

export type AboveProps = {
  /** Pixels from the left edge to the hairline. */
  readonly x: number;
  readonly pointed: Pointed | null;
  readonly lanes: Lanes;
};

const at = (x: number) => ({ transform: `translateX(${x}px)` });

export function Above(props: AboveProps): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const most = createMemo(() => mostPresent(archive.timeline().presence));
  return (
    <div data-part="above">
      <div data-part="to-come" style={at(props.x)} />
      <Caption y={props.lanes.items} text={a('lane.items')} />
      <Caption y={props.lanes.speeches} text={a('lane.speeches')} />
      <Caption y={props.lanes.presence} text={a('lane.presence', { count: most() })} />
      <Show when={props.lanes.signRows > 0}>
        <Caption y={props.lanes.signs} text={a('lane.signs')} />
      </Show>
      <Show when={props.pointed}>{(pointed) => <div data-part="pointed" style={at(pointed().x)} />}</Show>
      <div data-part="cursor" style={at(props.x)} />
    </div>
  );
}

function Caption(props: { readonly y: number; readonly text: string }): JSX.Element {
  return (
    <span data-part="caption" style={{ top: `${props.y}px` }}>
      {props.text}
    </span>
  );
}
