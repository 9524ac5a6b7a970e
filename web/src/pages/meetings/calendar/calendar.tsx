// Meetings as a calendar: the days around the one it stands on, and below them that day's meetings.

import { createMemo, createResource, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { listMeetings } from '../../../api/meetings.ts';
import type { MeetingLine } from '../../../api/meetings.ts';
import { asProblem } from '../../../api/problem.ts';
import { useSession } from '../../../api/session.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { StateProblem } from '../../../ui/state-problem.tsx';
import { calendarQuery } from '../asking.ts';
import type { Choice } from '../choice.ts';
import { MeetingRow } from '../row.tsx';
import { useFindingWords } from '../words.tsx';
import { addDays, addMonths, daysOf, firstWeekday, monthOf, weekOf } from './days.ts';
import type { Day } from './days.ts';
import { DayGrid } from './grid.tsx';
import './calendar.css';

/** Meetings that a calendar's page shows. */
const MOST = 500;

export type CalendarProps = {
  readonly view: 'month' | 'week';
  /** Null: today. */
  readonly day: Day | null;
  /** Which meetings are looked at. */
  readonly narrowing: Choice;
  /** Goes to a day; with `replace` without a step that one could go back to. */
  readonly onDay: (day: Day, replace: boolean) => void;
};

export function MeetingCalendar(props: CalendarProps): JSX.Element {
  const { t, f, formats, language } = useFindingWords();
  const { client } = useSession();
  let below: HTMLElement | undefined;

  const first = createMemo(() => firstWeekday(language()));
  const today = () => formats().isoDay(new Date().toISOString());
  const day = () => props.day ?? today();
  const weeks = createMemo(
    () => (props.view === 'month' ? monthOf(day(), first()) : [weekOf(day(), first())]),
    undefined,
    { equals: (a, b) => a.flat().join(' ') === b.flat().join(' ') },
  );

  const [page, { refetch }] = createResource(
    () => ({ narrowing: props.narrowing, shown: weeks().flat() }),
    ({ narrowing, shown }) =>
      listMeetings(client, calendarQuery(narrowing, shown[0]!, shown.at(-1)!, formats().timeZone), MOST),
  );
  const meetings = () => (page.error ? [] : (page.latest?.rows ?? []));
  const byDay = createMemo(() => {
    const found = new Map<Day, MeetingLine[]>();
    for (const meeting of meetings()) {
      for (const one of daysOf(meeting)) found.set(one, [...(found.get(one) ?? []), meeting]);
    }
    return found;
  });
  const ofDay = () => byDay().get(day()) ?? [];
  const elsewhere = () =>
    meetings().some(({ timeZone, startsAt }) => formats(timeZone).zone(startsAt) !== formats().zone(startsAt));

  const written = (one: Day) => `${one}T12:00:00Z`;
  const title = () =>
    props.view === 'month'
      ? formats('UTC').monthOfYear(written(day()))
      : formats('UTC').days(written(weeks()[0]![0]!), written(weeks()[0]![6]!));
  const step = (by: 1 | -1) =>
    props.onDay(props.view === 'month' ? addMonths(day(), by) : addDays(day(), 7 * by), false);

  return (
    <section data-component="calendar" data-view={props.view} aria-label={title()}>
      <header>
        <h2 aria-live="polite">{title()}</h2>
        <div data-part="steps">
          <Button square variant="quiet" aria-label={f(`calendar.previous.${props.view}`)} onClick={() => step(-1)}>
            <span data-part="before">
              <Icon name="chevron" />
            </span>
          </Button>
          <Button onClick={() => props.onDay(today(), false)}>{f('calendar.today')}</Button>
          <Button square variant="quiet" aria-label={f(`calendar.next.${props.view}`)} onClick={() => step(1)}>
            <span data-part="after">
              <Icon name="chevron" />
            </span>
          </Button>
        </div>
      </header>
      <Show when={page.error as unknown}>
        {(thrown) => <StateProblem problem={asProblem(thrown())} onRetry={() => void refetch()} />}
      </Show>
      <DayGrid
        label={title()}
        view={props.view}
        weeks={weeks()}
        day={day()}
        today={today()}
        first={first()}
        meetings={byDay()}
        busy={page.loading}
        onDay={(to) => props.onDay(to, true)}
        onEnter={() => (below?.querySelector('a') ?? below?.querySelector('h3'))?.focus()}
      />
      <Show when={(page.latest?.total ?? 0) > meetings().length && meetings().length > 0}>
        <Notice variant="info">
          {f('calendar.most', { total: page.latest?.total ?? 0, shown: meetings().length })}
        </Notice>
      </Show>
      <Show when={elsewhere()}>
        <p data-part="zones">{f('calendar.zones', { zone: formats().zone(new Date().toISOString()) })}</p>
      </Show>
      <section data-part="day" ref={(made) => (below = made)}>
        <h3 tabindex="-1">{formats('UTC').longDay(written(day()))}</h3>
        <Show when={ofDay().length > 0} fallback={<p>{page.loading ? t('state.loading') : f('calendar.none')}</p>}>
          <ul>
            <For each={ofDay()}>{(meeting) => <MeetingRow meeting={meeting} />}</For>
          </ul>
        </Show>
      </section>
    </section>
  );
}
