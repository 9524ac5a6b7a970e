// Before the opening: which meeting this is, when it begins, where one's place is, and the notice. Nothing here moves but
// the minutes.

import { nameInRecord } from '@rostrum/events';
import { createMemo, For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { Agenda } from '../agenda/agenda.tsx';
import { addressOf } from '../sections.ts';
import { useWide } from '../wide.ts';
import { ToDesk } from './to-desk.tsx';
import { waitUntil } from './wait.ts';

export function Before(): JSX.Element {
  const { t, r, formats } = useRoomWords();
  const { live, meeting, mine } = useRoom();
  const wide = useWide();
  const lifecycle = () => meeting().lifecycle;
  const f = () => formats(lifecycle().timeZone);
  const chair = () => {
    const { officers, roster } = meeting();
    return officers.chair === null ? undefined : nameInRecord(roster, officers.chair);
  };
  const place = () => {
    const attendee = mine().attendee;
    if (!attendee) return undefined;
    const venue = attendee.venueId === null ? undefined : meeting().roster.venues.get(attendee.venueId);
    return venue?.name ?? r('before.venue.remote');
  };
  return (
    <div data-component="before">
      <header>
        <p data-part="organisation">{lifecycle().organisation}</p>
        <h1>{lifecycle().title}</h1>
        <p data-part="when">
          <time datetime={lifecycle().startsAt}>
            {f().longDay(lifecycle().startsAt)} · {f().time(lifecycle().startsAt)}–{f().time(lifecycle().endsAt)}{' '}
            {f().zone(lifecycle().startsAt)}
          </time>
          <span> · {t(`form.${lifecycle().form}`)}</span>
        </p>
        <ToDesk />
      </header>

      <Show
        when={lifecycle().status === 'convened'}
        fallback={
          <div data-part="wait">
            <p data-part="figure">{r('before.preparing')}</p>
            <p data-part="aside">{r('before.preparing.text')}</p>
          </div>
        }
      >
        <Countdown startsAt={lifecycle().startsAt} now={live.serverNow()} at={f().time(lifecycle().startsAt)} />
      </Show>

      <dl data-part="facts">
        <Show when={chair()}>
          <div>
            <dt>{r('before.chair')}</dt>
            <dd>{chair()}</dd>
          </div>
        </Show>
        <Show when={place()}>
          <div>
            <dt>{r('before.venue')}</dt>
            <dd>{place()}</dd>
          </div>
        </Show>
        <Show when={lifecycle().purpose.length > 0}>
          <div>
            <dt>{r('before.purpose')}</dt>
            <dd>
              <For each={lifecycle().purpose}>{(purpose) => <p>{purpose}</p>}</For>
            </dd>
          </div>
        </Show>
        <Show when={lifecycle().notice}>
          <div>
            <dt>{r('before.notice')}</dt>
            <dd data-part="notice">{lifecycle().notice}</dd>
          </div>
        </Show>
      </dl>
      <p data-part="ways">
        <a href={`/api/meetings/${encodeURIComponent(live.meetingId)}/agenda.ics`} download="" data-part="file-link">
          {r('before.calendar')}
        </a>
        <a href={addressOf({ show: 'ready' })} data-part="file-link">
          {r('before.ready')}
        </a>
      </p>
      <Show when={!wide()}>
        <Agenda />
      </Show>
    </div>
  );
}

function Countdown(props: { readonly startsAt: string; readonly now: number; readonly at: string }): JSX.Element {
  const { r } = useRoomWords();
  const wait = createMemo(() => waitUntil(props.startsAt, props.now));
  const figure = () => {
    const left = wait();
    return 'count' in left ? r(`before.${left.unit}`, { count: left.count }) : '';
  };
  return (
    <div data-part="wait">
      <Switch>
        <Match when={wait().unit === 'due'}>
          <p data-part="figure">{r('before.due')}</p>
        </Match>
        <Match when={wait().unit === 'late'}>
          <p data-part="figure">{r('before.late', { time: props.at })}</p>
        </Match>
        <Match when={figure()}>
          <p data-part="label">{r('before.begins')}</p>
          <p data-part="figure">{figure()}</p>
        </Match>
      </Switch>
      <p data-part="aside">{r('before.stay')}</p>
    </div>
  );
}
