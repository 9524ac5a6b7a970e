// A list that shows its first entries and gives more when asked: what a long meeting holds is not all drawn at once, so that
// every jump stays as quick as the first.

import { createMemo, createSignal, Index, Show } from 'solid-js';
import type { Accessor, JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { Button } from '../../../ui/button.tsx';
import { useArchiveWords } from '../words.tsx';

export type FewProps<T> = {
  readonly count: number;
  /** The entry at a place counted from 0. Places stay as they are drawn, and are told of another entry. */
  readonly at: (place: number) => T;
  readonly limit?: number;
  /** An ordered list where the order means something. */
  readonly ordered?: boolean;
  readonly children: (entry: Accessor<T>) => JSX.Element;
};

const LIMIT = 6;

export function Few<T>(props: FewProps<T>): JSX.Element {
  const { a } = useArchiveWords();
  const step = () => props.limit ?? LIMIT;
  const [times, setTimes] = createSignal(1);
  const shown = createMemo(() => {
    const entries: T[] = [];
    for (let place = 0; place < Math.min(props.count, times() * step()); place++) entries.push(props.at(place));
    return entries;
  });
  const left = () => props.count - shown().length;
  return (
    <>
      <Dynamic component={props.ordered ? 'ol' : 'ul'} data-component="few">
        <Index each={shown()}>{(entry) => <li>{props.children(entry)}</li>}</Index>
      </Dynamic>
      <Show when={left() > 0}>
        <Button variant="quiet" size="small" onClick={() => setTimes((before) => before + 1)}>
          {a('few.more', { count: left() })}
        </Button>
      </Show>
    </>
  );
}
