// The frame of the minutes: what the meeting was, who presided, how it was opened and closed.

import type { Venue } from '@rostrum/events';
import type { ViewEvent } from '../view.ts';
import { entry, facts, list, paragraph, said, section } from './document.ts';
import type { Said, Section } from './document.ts';
import type { Writing } from './writing.ts';

/** Title, purpose, time, form and venues. */
export function meetingSection({ meeting, words, time, cited }: Writing): Section {
  const { lifecycle, roster } = meeting;
  const outline = cited.of('MeetingScheduled', 'MeetingRevised');
  const term = cited.of('MeetingScheduled', 'MeetingRescheduled');
  const opening = lifecycle.openedAt ?? lifecycle.startsAt;
  const venues = roster.venues.values().filter(({ withdrawn }) => !withdrawn);
  const planned = words.span(time.moment(lifecycle.startsAt), time.minuteBeside(lifecycle.endsAt, lifecycle.startsAt));
  const isOver = lifecycle.closedAt !== null || lifecycle.cancelledBecause !== null;
  const at = (name: string, those: readonly Venue[]): readonly [string, Said | null] => [
    name,
    those.length === 0
      ? null
      : said(
          words.names(those.map((venue) => venue.name)),
          those.flatMap(({ venueId }) => cited.about(venueId, 'VenueAdded', 'VenueRevised')),
        ),
  ];
  return section('meeting', words.headings.meeting, [
    ...facts([
      [words.facts.organisation, said(lifecycle.organisation, outline)],
      [words.facts.date, said(time.day(opening), lifecycle.openedAt === null ? term : cited.of('MeetingOpened'))],
      [words.facts.planned, said(planned, term)],
      [words.facts.timeZone, said(`${lifecycle.timeZone} (${time.offset(opening)})`, term)],
      [words.facts.form, said(words.form[lifecycle.form], outline)],
      [words.facts.languages, said(words.names(lifecycle.languages), outline)],
      at(
        words.facts.mainVenue,
        venues.filter(({ main }) => main),
      ),
      at(
        words.facts.branchVenues,
        venues.filter(({ main }) => !main),
      ),
      [words.facts.quorum, lifecycle.quorum === null ? null : said(String(lifecycle.quorum), outline)],
      [words.facts.status, isOver ? null : said(words.status[lifecycle.status])],
      [words.facts.notice, lifecycle.notice === null ? null : said(lifecycle.notice, cited.of('MeetingConvened'))],
    ]),
    ...(lifecycle.purpose.length === 0
      ? []
      : paragraph(said(`${words.facts.purpose}${words.colon.trimEnd()}`, outline))),
    ...list(lifecycle.purpose.map((purpose) => entry(said(purpose, outline)))),
    ...paragraph(
      lifecycle.cancelledBecause === null
        ? null
        : said(words.cancelled(lifecycle.cancelledBecause), cited.of('MeetingCancelled')),
    ),
  ]);
}

/** Who held the chair when the first event of a type was recorded; null where nobody did, or nothing of it was. */
function chairWhen(events: readonly ViewEvent[], type: string): string | null {
  let chair: string | null = null;
  for (const event of events) {
    if (event.type === type) return chair;
    const data = event.data as { readonly office?: string; readonly attendeeId?: string; readonly to?: string };
    if (event.type === 'OfficerAppointed' && data.office === 'chair') chair = data.attendeeId ?? null;
    if (event.type === 'OfficerRelieved' && data.office === 'chair') chair = null;
    if (event.type === 'ChairHandedOver') chair = data.to ?? null;
  }
  return null;
}

/** Chair, deputies and secretary, and every handing over. */
export function officersSection({ meeting, events, words, time, cited, name }: Writing): Section {
  const { officers } = meeting;
  const first = chairWhen(events, 'MeetingOpened') ?? officers.chair;
  const titled = (attendeeId: string) => {
    const title = meeting.roster.attendees.get(attendeeId)?.title ?? null;
    return title === null ? name(attendeeId) : words.titled(name(attendeeId), title);
  };
  const holders = [
    ...(first === null ? [] : [{ office: 'chair', id: first } as const]),
    ...officers.deputies.map((id) => ({ office: 'deputy', id }) as const),
    ...(officers.secretary === null ? [] : [{ office: 'secretary', id: officers.secretary } as const]),
  ];
  const relieved = events.flatMap(({ id, type, data }) => {
    if (type !== 'OfficerRelieved') return [];
    const { office, attendeeId, reason } = data as Relieved;
    return [entry(said(words.relieved(words.office[office], name(attendeeId), reason), [id]))];
  });
  const handovers = cited.of('ChairHandedOver');
  return section('officers', words.headings.officers, [
    ...list(
      holders.map(({ office, id }) =>
        entry(said(words.holdsOffice(words.office[office], titled(id)), cited.about(id, 'OfficerAppointed'))),
      ),
    ),
    ...list([
      ...officers.handovers.map(({ from, to, reason, at }, place) =>
        entry(
          said(
            words.handedOver(from === null ? null : name(from), name(to), time.moment(at), reason),
            handovers.slice(place, place + 1),
          ),
        ),
      ),
      ...relieved,
    ]),
  ]);
}

type Relieved = {
  readonly office: 'chair' | 'deputy' | 'secretary';
  readonly attendeeId: string;
  readonly reason: string | null;
};

/** The opening, with presence and quorum; nothing before it. */
export function openingSection({ meeting, events, words, time, cited, name }: Writing): readonly Section[] {
  const { openedAt, presentAtOpening, quorum, withoutQuorumBecause } = meeting.lifecycle;
  if (openedAt === null) return [];
  const opened = cited.of('MeetingOpened');
  const chair = chairWhen(events, 'MeetingOpened');
  return [
    section(
      'opening',
      words.headings.opening,
      paragraph(
        said(words.opened(chair === null ? null : name(chair), time.day(openedAt), time.minute(openedAt)), opened),
        said(words.presentAtOpening(presentAtOpening ?? 0, quorum), opened),
        withoutQuorumBecause === null ? null : said(words.withoutQuorum(withoutQuorumBecause), opened),
      ),
    ),
  ];
}

/** Every interruption of the meeting. */
export function recessesSection({ meeting, words, cited, span }: Writing): readonly Section[] {
  const { recesses } = meeting.lifecycle;
  if (recesses.length === 0) return [];
  const [called, resumed] = [cited.of('RecessCalled'), cited.of('MeetingResumed')];
  const entries = recesses.map(({ from, to, reason }, place) =>
    entry(
      said(words.recess(span(from, to), reason), [
        ...called.slice(place, place + 1),
        ...resumed.slice(place, place + 1),
      ]),
    ),
  );
  return [section('recesses', words.headings.recesses, list(entries))];
}

/** The closing; before it, how far the meeting has come. */
export function closingSection({ meeting, events, words, time, cited, name }: Writing): readonly Section[] {
  const { openedAt, closedAt, status } = meeting.lifecycle;
  if (openedAt === null) return [];
  const chair = chairWhen(events, 'MeetingClosed');
  const sentence =
    closedAt === null
      ? said(words.notClosed(words.status[status]))
      : said(
          words.closed(chair === null ? null : name(chair), time.day(closedAt), time.minute(closedAt)),
          cited.of('MeetingClosed'),
        );
  return [section('closing', words.headings.closing, paragraph(sentence))];
}
