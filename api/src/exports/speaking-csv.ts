// The speeches as a table for a spreadsheet: a row for each in the order in which they were held, with who spoke, on what, from
// when to when, and for how long.

import { nameInRecord, spokenSecondsOf } from '@rostrum/events';
import type { Instant } from '@rostrum/events';
import { speechesOf } from '@rostrum/projections';
import type { MeetingView } from '@rostrum/projections';
import { csvOf } from './csv.ts';

const COLUMNS = [
  'speech',
  'name',
  'unit',
  'kind',
  'item',
  'item title',
  'from',
  'to',
  'seconds spoken',
  'seconds paused',
  'seconds allowed',
  'ended by',
] as const;

/**
 * The table as it is known at an instant; a speech under way has no end.
 * @param view of the meeting, as its reader may see it
 */
export function speakingCsv({ meeting }: MeetingView, at: Instant): string {
  const { agenda, roster } = meeting;
  const numbers = new Map(agenda.order.map((itemId, place) => [itemId, place + 1]));
  const rows = speechesOf(meeting).map((speech, place) => {
    const spoken = spokenSecondsOf(speech, at);
    const lasted = Math.floor((Date.parse(speech.to ?? at) - Date.parse(speech.from)) / 1000);
    return [
      place + 1,
      nameInRecord(roster, speech.speakerId),
      (roster.attendees.get(speech.speakerId) ?? roster.delegations.get(speech.speakerId))?.unit ?? null,
      speech.kind,
      numbers.get(speech.itemId) ?? null,
      agenda.items.get(speech.itemId)?.title ?? speech.itemId,
      speech.from,
      speech.to,
      spoken,
      Math.max(0, lasted - spoken),
      speech.limitSeconds,
      speech.to === null ? null : speech.takenBackBecause === null ? 'speaker' : 'chair',
    ];
  });
  return csvOf([COLUMNS, ...rows]);
}
