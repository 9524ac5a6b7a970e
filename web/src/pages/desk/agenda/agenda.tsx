// The agenda on the desk: every item with its plan and what it took, the open one marked, each with what can be done to it.

import { agendaProgress } from '@rostrum/projections';
import type { ItemProgress } from '@rostrum/projections';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { AgendaRow } from './row.tsx';
import './agenda.css';

export function Agenda(): JSX.Element {
  const { t } = useWords();
  const own = useDeskWords();
  const live = useLive();
  const [unfolded, setUnfolded] = createSignal<string | null>(null);
  const order = createMemo(() => live.view().meeting.agenda.order);
  const progress = createMemo((): ReadonlyMap<string, ItemProgress> => {
    const { items } = agendaProgress(live.view(), new Date(live.serverNow()).toISOString());
    return new Map(items.map((item) => [item.itemId, item]));
  });
  return (
    <section data-component="desk-agenda" aria-labelledby="desk-agenda">
      <header>
        <h2 id="desk-agenda">{t('meeting.agenda')}</h2>
        <FormButton command="add-item">
          <Icon name="add" />
          {own('agenda.add')}
        </FormButton>
      </header>
      <Show when={order().length > 0} fallback={<p data-part="none">{t('meeting.noAgenda')}</p>}>
        <ol>
          <For each={order()}>
            {(itemId, place) => (
              <AgendaRow
                itemId={itemId}
                number={place() + 1}
                progress={progress().get(itemId)}
                unfolded={unfolded() === itemId}
                onUnfold={(open) => setUnfolded(open ? itemId : null)}
                before={order()[place() - 1]}
                afterNext={order()[place() + 2] ?? null}
                last={place() === order().length - 1}
              />
            )}
          </For>
        </ol>
      </Show>
    </section>
  );
}
