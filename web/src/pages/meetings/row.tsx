// A meeting as one line: when, what, where, and how far it has come.

import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { MeetingLine } from '../../api/meetings.ts';
import { Badge } from '../../ui/badge.tsx';
import { MeetingStatusBadge } from '../../ui/meeting-status.tsx';
import { useFindingWords } from './words.tsx';

export function MeetingRow(props: { readonly meeting: MeetingLine }): JSX.Element {
  const { t, f, formats } = useFindingWords();
  const format = () => formats(props.meeting.timeZone);
  const elsewhere = () => format().zone(props.meeting.startsAt) !== formats().zone(props.meeting.startsAt);
  // A meeting of several days says on which it ends.
  const times = () => {
    const { startsAt, endsAt } = props.meeting;
    const { time, isoDay, day } = format();
    return isoDay(startsAt) === isoDay(endsAt)
      ? `${time(startsAt)}–${time(endsAt)}`
      : `${time(startsAt)} – ${day(endsAt)}, ${time(endsAt)}`;
  };
  const where = () => {
    const { venues } = props.meeting;
    const first = venues.find(({ main }) => main) ?? venues[0];
    return [
      t(`form.${props.meeting.form}`),
      ...(venues.length === 1 && first ? [first.name] : []),
      ...(venues.length > 1 ? [t('list.venues', { count: venues.length })] : []),
    ].join(' · ');
  };
  return (
    <li>
      <A
        href={`/meetings/${encodeURIComponent(props.meeting.meetingId)}`}
        data-component="meeting-row"
        data-status={props.meeting.status}
      >
        <time data-part="date" datetime={props.meeting.startsAt}>
          <span data-part="day">{format().dayOfMonth(props.meeting.startsAt)}</span>
          <span data-part="month">{format().month(props.meeting.startsAt)}</span>
          <span data-part="year">{format().year(props.meeting.startsAt)}</span>
        </time>
        <span data-part="what">
          <span data-part="title" dir="auto">
            {props.meeting.title}
          </span>
          <span data-part="about" dir="auto">
            {props.meeting.organisation}
          </span>
          <span data-part="about">{where()}</span>
          <Show when={elsewhere()}>
            <span data-part="about">
              {f('row.yours', { span: formats().span(props.meeting.startsAt, props.meeting.endsAt) })}
            </span>
          </Show>
        </span>
        <span data-part="when">
          <span data-part="times">
            {times()}
            <Show when={elsewhere()}>
              <span data-part="zone"> {format().zone(props.meeting.startsAt)}</span>
            </Show>
          </span>
          <Show when={props.meeting.unreadable} fallback={<MeetingStatusBadge status={props.meeting.status} />}>
            <Badge tone="off">{t('list.unreadable')}</Badge>
          </Show>
        </span>
      </A>
    </li>
  );
}
