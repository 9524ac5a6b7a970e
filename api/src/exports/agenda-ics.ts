// The meeting as a calendar entry (iCalendar, RFC 5545): its time in its own time zone, where it is, and the agenda as it
// stands. The entry keeps its UID, and each change raises its SEQUENCE, so that a calendar follows the meeting.

import type { Instant } from '@rostrum/events';
import type { MeetingView } from '@rostrum/projections';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';

/**
 * The entry as text.
 * @param view of the meeting, as its reader may see it
 * @param publicUrl scheme, host and port under which people reach the server
 * @param now when the entry is made (DTSTAMP)
 */
export function agendaIcs({ meeting, revision }: MeetingView, publicUrl: string, now: Instant): string {
  const { lifecycle, agenda, roster } = meeting;
  const calendar = ical({
    prodId: { company: 'Rostrum', product: 'Rostrum', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: lifecycle.timeZone, generator: timeZoneBlock },
  });
  const inZone = (at: Instant) => Temporal.Instant.from(at).toZonedDateTimeISO(lifecycle.timeZone);
  const url = `${publicUrl}/meetings/${lifecycle.meetingId}`;
  const venues = roster.venues.values().filter(({ withdrawn }) => !withdrawn);
  const main = venues.find((venue) => venue.main) ?? venues[0];
  const items = agenda.order.flatMap((itemId, index) => {
    const item = agenda.items.get(itemId);
    return item
      ? [`${index + 1}. ${item.title}${item.plannedMinutes === null ? '' : ` (${item.plannedMinutes} min)`}`]
      : [];
  });
  calendar.createEvent({
    id: `${lifecycle.meetingId}@${new URL(publicUrl).hostname}`,
    sequence: Math.max(0, revision),
    stamp: new Date(now),
    start: inZone(lifecycle.startsAt),
    end: inZone(lifecycle.endsAt),
    timezone: lifecycle.timeZone,
    summary: lifecycle.title,
    description: [lifecycle.organisation, ...lifecycle.purpose, '', ...items].join('\n').trim(),
    ...(main ? { location: main.name } : {}),
    status: statusOf[lifecycle.status] ?? ICalEventStatus.CONFIRMED,
    url,
  });
  return calendar.toString();
}

const statusOf: Readonly<Record<string, ICalEventStatus>> = {
  draft: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

const timeZoneBlock = (zone: string): string | null => tzlib_get_ical_block(zone)[0] || null;
