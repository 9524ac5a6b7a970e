// The agenda: items in the planned order with their running times, revised where they stand.

import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import type { Taking } from '../reason-dialog.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { Nothing, Section } from '../section.tsx';
import { stageOf } from '../sections.ts';
import { usePrepareWords } from '../words.tsx';
import { AddItemForm, ReviseItemForm } from './item-forms.tsx';
import { ItemRow } from './item-row.tsx';
import { planOf, rowsOf } from './plan.ts';
import './agenda.css';

export function AgendaSection(): JSX.Element {
  const { p, formats } = usePrepareWords();
  const live = useLive();
  const [adding, setAdding] = createSignal(false);
  const [editing, setEditing] = createSignal<string | null>(null);
  const [withdrawing, setWithdrawing] = createSignal<string | null>(null);
  const [said, setSaid] = createSignal('');
  const meeting = () => live.view().meeting;
  const open = () => stageOf(meeting()) !== 'after';
  const plan = createMemo(() => planOf(meeting().agenda, meeting().lifecycle.startsAt));
  const time = (milliseconds: number) =>
    formats(meeting().lifecycle.timeZone).time(new Date(milliseconds).toISOString());
  const rows = () => rowsOf(meeting().agenda.order, editing());
  const title = (itemId: string) => meeting().agenda.items.get(itemId)?.title ?? '';

  const withdrawal = (itemId: string): Taking<'withdraw-item'> => ({
    command: 'withdraw-item',
    input: (reason) => ({ itemId, reason }),
    title: p('agenda.withdraw.title', { title: title(itemId) }),
    submit: p('withdraw'),
  });
  const moved = (itemId: string) =>
    setSaid(
      p('agenda.moved', {
        title: title(itemId),
        number: meeting().agenda.order.indexOf(itemId) + 1,
        of: meeting().agenda.order.length,
      }),
    );

  return (
    <Section
      id="agenda"
      lead={open() ? p('agenda.lead') : undefined}
      tools={
        <Show when={open() && !adding()}>
          <Button size="small" onClick={() => setAdding(true)}>
            <Icon name="add" />
            {p('agenda.add')}
          </Button>
        </Show>
      }
    >
      <Show when={rows().length > 0} fallback={<Nothing>{p('agenda.none')}</Nothing>}>
        <ol data-component="prepare-agenda">
          <For each={rows()}>
            {(itemId, place) => (
              <Show
                when={editing() !== itemId}
                fallback={
                  <li data-editing="">
                    <ReviseItemForm itemId={itemId} onClose={() => setEditing(null)} />
                  </li>
                }
              >
                <ItemRow
                  itemId={itemId}
                  number={place() + 1}
                  from={time(plan().items.get(itemId)?.from ?? plan().end)}
                  editable={open()}
                  onRevise={() => setEditing(itemId)}
                  onWithdraw={() => setWithdrawing(itemId)}
                  onMoved={() => moved(itemId)}
                />
              </Show>
            )}
          </For>
        </ol>
        <p data-component="prepare-agenda-end">{p('agenda.end', { time: time(plan().end), count: plan().minutes })}</p>
      </Show>
      <Show when={adding()}>
        <AddItemForm onClose={() => setAdding(false)} />
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
