// Who else has just changed the thing beside it, for a moment.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useMarks } from '../../meeting/marks.ts';
import { usePrepareWords } from './words.tsx';

export function Hand(props: { readonly of: string }): JSX.Element {
  const { p } = usePrepareWords();
  const marks = useMarks();
  return (
    <span data-component="hand">
      <Show when={marks.by(props.of)}>{(name) => p('changedBy', { name: name() })}</Show>
    </span>
  );
}
