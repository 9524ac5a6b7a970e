// Closing the meeting: everything that stands in the way, each with the button that settles it, and then the closing itself.

import { blockersOfClosing } from '@rostrum/events';
import type { Blocker } from '@rostrum/events';
import { createMemo, For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useReason } from '../../../meeting/reasons.ts';
import { useDeskWords } from '../words.ts';

export function Closing(props: { readonly onDone: () => void }): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const blockers = createMemo(() => blockersOfClosing(live.view().meeting));
  const left = () => {
    const { agenda } = live.view().meeting;
    return agenda.order.filter((itemId) => agenda.items.get(itemId)?.status === 'planned').length;
  };
  return (
    <div data-component="command-form">
      <p>{t('closing.what')}</p>
      <Show when={blockers().length > 0}>
        <section aria-label={t('closing.blockers')}>
          <h3>{t('closing.blockers')}</h3>
          <ul data-component="blockers">
            <For each={blockers()}>{(blocker) => <BlockerLine blocker={blocker} />}</For>
          </ul>
        </section>
      </Show>
      <Show when={left() > 0}>
        <p data-part="reason">{t('closing.itemsLeft', { count: left() })}</p>
      </Show>
      <div data-part="last">
        <CommandButton command="close-meeting" input={{}} variant="primary" onDone={() => props.onDone()}>
          {t('bar.close')}
        </CommandButton>
      </div>
    </div>
  );
}

function BlockerLine(props: { readonly blocker: Blocker }): JSX.Element {
  const t = useDeskWords();
  const reasonFor = useReason();
  const about = () => props.blocker.about;
  return (
    <li>
      <span>
        {reasonFor({ rejected: 'conflict', code: props.blocker.code, message: props.blocker.message, facts: {} })}
      </span>
      <Switch>
        <Match when={props.blocker.code === 'floor.held'}>
          <CommandButton command="take-back-floor" input={{ speechId: about() }} size="small">
            {t('floor.takeBack')}
          </CommandButton>
        </Match>
        <Match when={props.blocker.code === 'agenda.item-open'}>
          <CommandButton command="conclude-item" input={{ itemId: about() }} size="small">
            {t('agenda.conclude')}
          </CommandButton>
        </Match>
        <Match when={props.blocker.code === 'decisions.vote-running'}>
          <CommandButton command="close-vote" input={{ motionId: about() }} size="small">
            {t('votes.close')}
          </CommandButton>
        </Match>
      </Switch>
    </li>
  );
}
