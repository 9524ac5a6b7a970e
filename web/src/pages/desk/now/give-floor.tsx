// Nobody speaks: the floor to those who present the item, and to whoever waits first.

import { waiting } from '@rostrum/events';
import { speechesOf } from '@rostrum/projections';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { personOf } from '../../../meeting/people.ts';
import { useDesk } from '../desk-context.tsx';
import { useDeskWords } from '../words.ts';
import { limitFor } from './speaking-time.ts';

export function GiveFloor(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const desk = useDesk();
  const meeting = () => live.view().meeting;
  const item = () => {
    const { open, items } = meeting().agenda;
    return open === null ? undefined : items.get(open);
  };
  const nameOf = (rosterId: string) => personOf(meeting(), rosterId)?.name ?? rosterId;
  const first = createMemo(() => waiting(meeting())[0]);
  const unheard = createMemo(() => {
    const heard = speechesOf(meeting()).filter(({ itemId }) => itemId === item()?.itemId);
    return (item()?.presenters ?? []).filter(
      (rosterId) => !heard.some(({ speakerId }) => speakerId === rosterId) && personOf(meeting(), rosterId),
    );
  });
  return (
    <Show when={item()}>
      <div data-part="deeds">
        <Show
          when={first()}
          fallback={
            <For each={unheard()}>
              {(rosterId, place) => (
                <CommandButton
                  command="give-floor"
                  input={{ speakerId: rosterId, limitSeconds: limitFor(desk.speakingTime(), rosterId, meeting()) }}
                  keyboard={place() === 0 ? 'g' : undefined}
                  keyLabel={t('floor.giveNext')}
                >
                  {t('floor.giveTo', { name: nameOf(rosterId) })}
                </CommandButton>
              )}
            </For>
          }
        >
          {(request) => (
            <CommandButton
              command="give-floor"
              input={{
                requestId: request().requestId,
                limitSeconds: limitFor(desk.speakingTime(), request().speakerId, meeting()),
              }}
              keyboard="g"
              keyLabel={t('floor.giveNext')}
            >
              {t('floor.giveTo', { name: nameOf(request().speakerId) })}
            </CommandButton>
          )}
        </Show>
      </div>
    </Show>
  );
}
