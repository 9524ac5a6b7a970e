// The days of a calendar as a grid: one of them has the focus, arrow keys go from day to day (the grid pattern of the ARIA
// Authoring Practices). What a day holds is also below the grid, where every key reaches it.

import { A } from '@solidjs/router';
import { createEffect, createUniqueId, For, on, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { MeetingLine } from '../../../api/meetings.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useFindingWords } from '../words.tsx';
import { dayByKey } from './days.ts';
import type { Day } from './days.ts';

/** Meetings that a day of a month shows by name. */
const NAMED = 3;

export type DayGridProps = {
  readonly label: string;
  readonly view: 'month' | 'week';
  readonly weeks: readonly (readonly Day[])[];
  /** The day that it stands on. */
  readonly day: Day;
  readonly today: Day;
  /** The day of the week that comes first; 1 is Monday. */
  readonly first: number;
  readonly meetings: ReadonlyMap<Day, readonly MeetingLine[]>;
  /** True while the meetings of these days are fetched. */
  readonly busy: boolean;
  readonly onDay: (day: Day) => void;
  /** Enter on the day it stands on. */
  readonly onEnter: () => void;
};

export function DayGrid(props: DayGridProps): JSX.Element {
  const { f, formats } = useFindingWords();
  const hint = createUniqueId();
  let table!: HTMLTableElement;
  let byKeyboard = false;

  // A key may lead to a day that is drawn only then.
  createEffect(
    on(
      () => [props.day, props.weeks] as const,
      ([day]) => {
        if (byKeyboard) table.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
        byKeyboard = false;
      },
      { defer: true },
    ),
  );

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLTableCellElement)) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      props.onEnter();
      return;
    }
    const to = dayByKey(props.day, event.key, props.view, props.first);
    if (to === undefined) return;
    event.preventDefault();
    byKeyboard = true;
    props.onDay(to);
  };

  const noon = (day: Day) => `${day}T12:00:00Z`;
  const utc = () => formats('UTC');
  const held = (day: Day) => props.meetings.get(day) ?? [];
  const label = (day: Day) => {
    const count = held(day).length;
    const name = utc().longDay(noon(day));
    return count === 0 ? f('calendar.cell.none', { day: name }) : f('calendar.cell', { day: name, count });
  };
  const named = (day: Day) =>
    props.view === 'week' || held(day).length <= NAMED ? held(day) : held(day).slice(0, NAMED - 1);

  return (
    <table
      role="grid"
      data-component="days"
      data-view={props.view}
      aria-busy={props.busy}
      aria-label={props.label}
      aria-describedby={hint}
      ref={(made) => (table = made)}
      onKeyDown={press}
    >
      <caption>
        <VisuallyHidden>
          <span id={hint}>{f('calendar.keys')}</span>
        </VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <For each={props.weeks[0]}>
            {(day) => (
              <th scope="col">
                <span aria-hidden="true">{utc().weekday(noon(day))}</span>
                <VisuallyHidden>{utc().weekdayName(noon(day))}</VisuallyHidden>
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.weeks}>
          {(week) => (
            <tr>
              <For each={week}>
                {(day) => (
                  <td
                    role="gridcell"
                    data-day={day}
                    data-other={props.view === 'month' && day.slice(0, 7) !== props.day.slice(0, 7) ? '' : undefined}
                    aria-current={day === props.today ? 'date' : undefined}
                    aria-selected={day === props.day}
                    tabindex={day === props.day ? 0 : -1}
                    onClick={() => props.onDay(day)}
                  >
                    <VisuallyHidden>{label(day)}</VisuallyHidden>
                    <span data-part="date" aria-hidden="true">
                      <Show when={props.view === 'week'}>
                        <span data-part="weekday">{utc().weekday(noon(day))}</span>
                      </Show>
                      <span data-part="number">{utc().dayOfMonth(noon(day))}</span>
                    </span>
                    <span data-part="dots" aria-hidden="true">
                      <For each={held(day).slice(0, 4)}>{(meeting) => <i data-status={meeting.status} />}</For>
                    </span>
                    <ul>
                      <For each={named(day)}>{(meeting) => <DayMeeting day={day} meeting={meeting} />}</For>
                      <Show when={held(day).length > named(day).length}>
                        <li data-part="more">{f('calendar.more', { count: held(day).length - named(day).length })}</li>
                      </Show>
                    </ul>
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

/** A meeting within its day: when it begins, where it begins that day, and its title. */
function DayMeeting(props: { readonly day: Day; readonly meeting: MeetingLine }): JSX.Element {
  const { f, formats } = useFindingWords();
  const format = () => formats(props.meeting.timeZone);
  const begins = () => format().isoDay(props.meeting.startsAt) === props.day;
  return (
    <li>
      <A
        href={`/meetings/${encodeURIComponent(props.meeting.meetingId)}`}
        tabindex="-1"
        data-status={props.meeting.status}
        data-continued={begins() ? undefined : ''}
        title={props.meeting.title}
        aria-label={begins() ? undefined : f('calendar.continued', { title: props.meeting.title })}
      >
        <Show when={begins()}>
          <span data-part="time">{format().time(props.meeting.startsAt)}</span>
        </Show>
        <span data-part="title" dir="auto">
          {props.meeting.title}
        </span>
      </A>
    </li>
  );
}
