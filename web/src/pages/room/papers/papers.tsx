// All papers of the meeting that one may see: those of the meeting as a whole first, then by item in the agenda's order.

import type { Document } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { papersIn } from '../tasks.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { Paper } from './paper.tsx';

export function Papers(): JSX.Element {
  const { r } = useRoomWords();
  const { live, meeting } = useRoom();
  const placeOf = ({ itemId, announced }: Document) =>
    meeting().agenda.order.indexOf(itemId ?? announced?.itemId ?? '');
  const papers = createMemo(() => papersIn(live.view()).toSorted((a, b) => placeOf(a) - placeOf(b)));
  /** The place on the agenda that heads the paper; undefined where the one before it has the same. */
  const heads = (index: number): number | undefined => {
    const [place, before] = [papers()[index], papers()[index - 1]].map((paper) => paper && placeOf(paper));
    return place === before || place === undefined || place < 0 ? undefined : place;
  };
  const titleOf = (place: number) => {
    const { items, order } = meeting().agenda;
    return items.get(order[place] ?? '')?.title ?? '';
  };
  return (
    <section data-component="room-papers" aria-labelledby="papers-title">
      <h2 id="papers-title">{r('papers.title')}</h2>
      <Show when={papers().length > 0} fallback={<EmptyState size="part" title={r('papers.none')} />}>
        <ul>
          <For each={papers().map(({ documentId }) => documentId)}>
            {(documentId, index) => (
              <>
                <Show when={heads(index()) !== undefined}>
                  <li data-part="head">
                    {r('papers.item', { number: heads(index())! + 1, title: titleOf(heads(index())!) })}
                  </li>
                </Show>
                <Paper documentId={documentId} />
              </>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
