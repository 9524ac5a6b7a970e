// What was on at the moment: the open item, who had the floor and for how long; or why nothing was.

import type { LifecycleState, Speech } from '@rostrum/events';
import { createMemo, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { SpeechTime } from '../../../meeting/speech-time.tsx';
import { StagePlace } from '../../../meeting/stage-place.tsx';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';

export function ThenNow(): JSX.Element {
  const { a, t } = useArchiveWords();
  const archive = useArchive();
  const { lifecycle, agenda, floor } = archive.parts;
  const isOpen = () => lifecycle().status === 'open';
  const item = createMemo(() => {
    const { open, items, order } = agenda();
    const found = open === null ? undefined : items.get(open);
    return found && { ...found, number: order.indexOf(found.itemId) + 1 };
  });
  // What a jump takes away is read once more before it goes.
  const lastSpeech = createMemo<Speech | null>((before) => floor().speech ?? before, null);
  return (
    <section data-component="then-now" aria-label={t('meeting.onNow')}>
      <Show when={isOpen()} fallback={<NotSitting lifecycle={lifecycle()} />}>
        <Show when={item() !== undefined} fallback={<p data-part="item">{a('now.noItem')}</p>}>
          <p data-part="item">
            <span data-part="number">{item()?.number}</span>
            <strong dir="auto">{item()?.title}</strong>
            <span data-part="about">
              {t(`kind.${item()?.kind ?? 'discussion'}`)} · {a('now.since')}{' '}
              <InstantLink at={item()?.sittings.at(-1)?.from} />
            </span>
          </p>
        </Show>
        <StagePlace>
          <Show when={floor().speech !== null && lastSpeech()}>
            <SpeechTime speech={lastSpeech()!} />
          </Show>
        </StagePlace>
      </Show>
    </section>
  );
}

/** Before the opening, in recess, after the closing. */
function NotSitting(props: { readonly lifecycle: LifecycleState }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const zone = () => formats(props.lifecycle.timeZone);
  const recess = () => props.lifecycle.recesses.at(-1);
  return (
    <div data-part="not-sitting">
      <Switch>
        <Match when={props.lifecycle.status === 'draft'}>
          <p>{a('now.draft')}</p>
        </Match>
        <Match when={props.lifecycle.status === 'convened'}>
          <p>
            {a('now.convened', {
              day: zone().longDay(props.lifecycle.startsAt),
              time: zone().time(props.lifecycle.startsAt),
            })}
          </p>
        </Match>
        <Match when={props.lifecycle.status === 'recess'}>
          <p>
            {a('now.recess')} <InstantLink at={recess()?.from} />
          </p>
          <p data-part="reason">{recess()?.reason}</p>
        </Match>
        <Match when={props.lifecycle.status === 'cancelled'}>
          <p>{a('now.cancelled', { reason: props.lifecycle.cancelledBecause ?? '' })}</p>
        </Match>
        <Match when={props.lifecycle.closedAt !== null}>
          <p>
            {a('now.closed')} <InstantLink at={props.lifecycle.closedAt} />
          </p>
        </Match>
      </Switch>
    </div>
  );
}
