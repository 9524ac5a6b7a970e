// A meeting in outline: its title, when and where, what is on, who has the floor, and the agenda as it stands.

import { holderOf, nameInRecord, spokenSecondsOf } from '@rostrum/events';
import type { AgendaItem } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import { useLive } from '../../live/use-live.tsx';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { Clock } from '../../ui/clock.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { OfflineNotice } from './offline-notice.tsx';
import { MeetingParts } from './parts.tsx';
import './outline.css';

const tones: Readonly<Record<AgendaItem['status'], Tone>> = {
  planned: 'plain',
  open: 'now',
  concluded: 'done',
  deferred: 'waiting',
  withdrawn: 'off',
};

/** @param props.step the one thing that the reader would do next, below the head */
export function MeetingOutline(props: { readonly step?: JSX.Element }): JSX.Element {
  const { t, formats } = useWords();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const lifecycle = () => meeting().lifecycle;
  const items = () => meeting().agenda.order.flatMap((itemId) => meeting().agenda.items.get(itemId) ?? []);
  const mainVenue = () => {
    const venues = meeting().roster.venues.values();
    return venues.find(({ main }) => main) ?? venues[0];
  };
  usePageTitle(() => lifecycle().title);
  return (
    <div data-component="outline">
      <OfflineNotice />
      <header>
        <p data-part="organisation">{lifecycle().organisation}</p>
        <h1>{lifecycle().title}</h1>
        <p data-part="when">
          <time datetime={lifecycle().startsAt}>
            {formats(lifecycle().timeZone).longDay(lifecycle().startsAt)} ·{' '}
            {formats(lifecycle().timeZone).time(lifecycle().startsAt)}–
            {formats(lifecycle().timeZone).time(lifecycle().endsAt)}{' '}
            {formats(lifecycle().timeZone).zone(lifecycle().startsAt)}
          </time>
          <span> · {t(`form.${lifecycle().form}`)}</span>
          <Show when={mainVenue()}>{(venue) => <span> · {venue().name}</span>}</Show>
        </p>
        <MeetingParts />
        {props.step}
      </header>

      <Show when={lifecycle().status === 'open' || lifecycle().status === 'recess'}>
        <OnTheFloor />
      </Show>

      <section aria-labelledby="agenda">
        <h2 id="agenda">{t('meeting.agenda')}</h2>
        <Show when={items().length > 0} fallback={<EmptyState size="part" title={t('meeting.noAgenda')} />}>
          <ol>
            <For each={items()}>
              {(item, place) => (
                <li data-status={item.status}>
                  <span data-part="number">{place() + 1}</span>
                  <span data-part="what">
                    <span data-part="title">{item.title}</span>
                    <span data-part="about">
                      {[
                        t(`kind.${item.kind}`),
                        ...item.presenters.map((rosterId) => nameInRecord(meeting().roster, rosterId)),
                      ].join(' · ')}
                    </span>
                  </span>
                  <Badge tone={tones[item.status]}>{t(`item.${item.status}`)}</Badge>
                  <span data-part="minutes">
                    {item.plannedMinutes === null ? '' : t('meeting.plannedMinutes', { count: item.plannedMinutes })}
                  </span>
                </li>
              )}
            </For>
          </ol>
        </Show>
      </section>
    </div>
  );
}

function OnTheFloor(): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const speech = () => live.view().meeting.floor.speech;
  const speaker = () => {
    const { meeting } = live.view();
    const holder = holderOf(meeting.floor);
    return holder === null ? null : nameInRecord(meeting.roster, holder);
  };
  return (
    <section data-part="floor" aria-label={t('meeting.onNow')}>
      <Show when={speech()} fallback={<p>{t('meeting.nobodySpeaks')}</p>}>
        {(running) => (
          <>
            <Badge tone="live">{t('meeting.hasFloor')}</Badge>
            <p data-part="speaker">{speaker()}</p>
            <Clock size="large" seconds={spokenSecondsOf(running(), new Date(live.serverNow()).toISOString())} />
          </>
        )}
      </Show>
    </section>
  );
}
