// The papers of the open item.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Paper } from '../papers/paper.tsx';
import { papersIn } from '../tasks.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function ItemPapers(): JSX.Element {
  const { r } = useRoomWords();
  const { live, meeting } = useRoom();
  const papers = () => {
    const { open, items } = meeting().agenda;
    const named = open === null ? [] : (items.get(open)?.documents ?? []);
    return papersIn(live.view())
      .filter(
        ({ documentId, itemId, announced }) =>
          open !== null && (itemId === open || announced?.itemId === open || named.includes(documentId)),
      )
      .map(({ documentId }) => documentId);
  };
  return (
    <Show when={papers().length > 0}>
      <section data-component="hall-part" aria-labelledby="item-papers">
        <h2 id="item-papers">{r('now.papers')}</h2>
        <ul>
          <For each={papers()}>{(documentId) => <Paper documentId={documentId} />}</For>
        </ul>
      </section>
    </Show>
  );
}
