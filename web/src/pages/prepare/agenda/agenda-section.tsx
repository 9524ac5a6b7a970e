// The agenda, built where it stands: items in the planned order with their running times, edited in their rows, moved by
// hand or key, with documents dropped on them, and an empty row at the end for the next.

import type { Document } from '@rostrum/events';
import { createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRefusals } from '../../../i18n/refusals.ts';
import { useLive } from '../../../live/use-live.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { createTabling } from '../documents/tabling.ts';
import { onGoingOn } from '../form/going-on.ts';
import type { Taking } from '../reason-dialog.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { Nothing, Section } from '../section.tsx';
import { stageOf } from '../sections.ts';
import { usePrepareWords } from '../words.tsx';
import { createAdding } from './adding.ts';
import { focusCell, focusNewRow } from './cells.ts';
import type { Cell } from './cells.ts';
import { keepPageUnderFiles } from './file-drop.ts';
import { ItemEditor } from './item-editor.tsx';
import { ItemRow } from './item-row.tsx';
import { createMoving } from './moving.ts';
import { NewRow } from './new-row.tsx';
import { beside, step } from './order.ts';
import type { Move } from './order.ts';
import { planOf, rowsOf } from './plan.ts';
import { scrollWithRows } from './row-drag.ts';
import './agenda.css';

export function AgendaSection(): JSX.Element {
  const { p, formats } = usePrepareWords();
  const live = useLive();
  const sentence = useRefusals();
  const [editing, setEditing] = createSignal<ReadonlyMap<string, Cell>>(new Map());
  const [withdrawing, setWithdrawing] = createSignal<string | null>(null);
  const [said, setSaid] = createSignal('');
  const moving = createMoving();
  const adding = createAdding();
  const tabling = createTabling();
  let list: HTMLOListElement | undefined;

  const meeting = () => live.view().meeting;
  const open = () => stageOf(meeting()) !== 'after';
  const plan = createMemo(() => planOf({ items: meeting().agenda.items, order: moving.order() }, meeting().lifecycle));
  const time = (milliseconds: number) =>
    formats(meeting().lifecycle.timeZone).time(new Date(milliseconds).toISOString());
  const rows = createMemo(() => rowsOf(moving.order(), [...editing().keys()]), [], {
    equals: (before, after) => before.length === after.length && before.every((id, place) => id === after[place]),
  });
  const title = (itemId: string) => meeting().agenda.items.get(itemId)?.title ?? '';

  /** What belongs to each item: tabled under it, or named by it. */
  const papers = createMemo(() => {
    const under = new Map<string, Document[]>();
    const put = (itemId: string, document: Document) => under.set(itemId, [...(under.get(itemId) ?? []), document]);
    const all = meeting().documents.all.values();
    for (const document of all) if (document.itemId !== null && !document.withdrawn) put(document.itemId, document);
    for (const { itemId, documents } of meeting().agenda.items.values())
      for (const documentId of documents) {
        const document = meeting().documents.all.get(documentId);
        if (document && !document.withdrawn && document.itemId !== itemId) put(itemId, document);
      }
    return under;
  });

  onMount(() => {
    const ends = [scrollWithRows(), keepPageUnderFiles()];
    onCleanup(() => ends.forEach((end) => end()));
  });
  onGoingOn((section, itemId) => {
    if (section === 'agenda' && itemId !== undefined && meeting().agenda.items.has(itemId)) edit(itemId, 'title');
  });

  function edit(itemId: string, cell: Cell): void {
    setEditing((rowsBefore) => new Map([...rowsBefore, [itemId, cell]]));
    focusCell(list, itemId, cell);
  }
  function close(itemId: string): void {
    setEditing((rowsBefore) => new Map([...rowsBefore].filter(([other]) => other !== itemId)));
  }
  function next(itemId: string): void {
    const below = moving.order()[moving.order().indexOf(itemId) + 1];
    const cell = editing().get(itemId) ?? 'title';
    if (below === undefined || !(focusCell(list, below, cell) || focusCell(list, below, 'title'))) focusNewRow(list);
  }

  function move(wanted: Move | undefined): void {
    if (!wanted) return;
    const focused = document.activeElement;
    moving.move(wanted);
    // A row that changes its place in the list loses the focus.
    if (focused instanceof HTMLElement && document.activeElement !== focused) focused.focus();
    const number = moving.order().indexOf(wanted.itemId) + 1;
    setSaid(p('agenda.moved', { title: title(wanted.itemId), number, of: moving.order().length }));
  }

  const withdrawal = (itemId: string): Taking<'withdraw-item'> => ({
    command: 'withdraw-item',
    input: (reason) => ({ itemId, reason }),
    title: p('agenda.withdraw.title', { title: title(itemId) }),
    submit: p('withdraw'),
  });

  return (
    <Section id="agenda" lead={open() ? p('agenda.lead') : undefined}>
      <Show
        when={rows().length > 0}
        fallback={
          <Show when={!open()}>
            <Nothing>{p('agenda.none')}</Nothing>
          </Show>
        }
      >
        <ol data-component="prepare-agenda" ref={(made) => (list = made)}>
          <For each={rows()}>
            {(itemId, place) => (
              <Show
                when={!editing().has(itemId)}
                fallback={
                  <li data-editing="" data-item={itemId}>
                    <ItemEditor
                      itemId={itemId}
                      onClose={() => close(itemId)}
                      onNext={() => next(itemId)}
                      onGiveUp={() => focusCell(list, itemId, 'title')}
                    />
                  </li>
                }
              >
                <ItemRow
                  itemId={itemId}
                  number={place() + 1}
                  last={place() === rows().length - 1}
                  from={time(plan().items.get(itemId)?.from ?? plan().end)}
                  over={plan().items.get(itemId)?.over ?? false}
                  editable={open()}
                  documents={papers().get(itemId) ?? []}
                  tabling={tabling}
                  onEdit={(cell) => edit(itemId, cell)}
                  onWithdraw={() => setWithdrawing(itemId)}
                  onStep={(direction) => move(step(moving.order(), itemId, direction))}
                  onDropped={(dropped, edge) => move(beside(moving.order(), dropped, { itemId, edge }))}
                />
              </Show>
            )}
          </For>
        </ol>
      </Show>
      <Show when={moving.problem()}>
        {(problem) => (
          <Notice
            variant="refused"
            action={
              <Button size="small" onClick={() => moving.dismiss()}>
                {p('agenda.dismiss')}
              </Button>
            }
          >
            {p('agenda.notMoved', { reason: sentence(problem()) })}
          </Notice>
        )}
      </Show>
      <Show when={open()}>
        <NewRow adding={adding} number={moving.order().length + 1} from={time(plan().end)} onSaid={setSaid} />
      </Show>
      <Show when={rows().length > 0}>
        <p data-component="prepare-agenda-end" data-over={plan().over > 0 ? '' : undefined}>
          {p('agenda.end', { time: time(plan().end), count: plan().minutes })}
          <Show when={plan().over > 0}>
            <strong>
              <Icon name="warn" />
              {p('agenda.end.over', {
                count: plan().over,
                time: time(Date.parse(meeting().lifecycle.endsAt)),
              })}
            </strong>
          </Show>
        </p>
      </Show>
      <Show when={withdrawing()} keyed>
        {(itemId) => <ReasonDialog {...withdrawal(itemId)} onClose={() => setWithdrawing(null)} />}
      </Show>
      <VisuallyHidden>
        <span role="status">{said()}</span>
      </VisuallyHidden>
    </Section>
  );
}
