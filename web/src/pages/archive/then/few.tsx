// A list that shows its first entries and gives more when asked: what a long meeting holds is not all drawn at once, so that
// every jump stays as quick as the first.

import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { useArchiveWords } from '../words.tsx';

export type FewProps<T> = {
  /** In the order in which they are shown; those that stay the same object stay as they are drawn. */
  readonly each: readonly T[];
  readonly limit?: number;
  /** An ordered list where the order means something. */
  readonly ordered?: boolean;
  readonly children: (entry: T) => JSX.Element;
};

const LIMIT = 8;

export function Few<T>(props: FewProps<T>): JSX.Element {
  const { a } = useArchiveWords();
  const step = () => props.limit ?? LIMIT;
  const [times, setTimes] = createSignal(1);
  const shown = createMemo(() => props.each.slice(0, times() * step()));
  const left = () => props.each.length - shown().length;
  return (
    <>
      <Show
        when={props.ordered}
        fallback={
          <ul data-component="few">
            <For each={shown()}>{(entry) => <li>{props.children(entry)}</li>}</For>
          </ul>
        }
      >
        <ol data-component="few">
          <For each={shown()}>{(entry) => <li>{props.children(entry)}</li>}</For>
        </ol>
      </Show>
      <Show when={left() > 0}>
        <Button variant="quiet" size="small" onClick={() => setTimes((before) => before + 1)}>
          {a('few.more', { count: left() })}
        </Button>
      </Show>
    </>
  );
}
