// The conference of 2021 as the commands that its organizer, its chair and its secretariat would have given, in order,
// each at its instant. Facts come from `meeting.json` and `roster.csv`; what those files mark as assumed is assumed here
// too, and clock times within an item are ours.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseRosterCsv } from '@rostrum/events';
import type { MeetingState } from '@rostrum/events';

export type Scenario = {
  title: { en: string };
  organisation: string;
  timeZone: string;
  startsAt: { value: string };
  endsAt: { value: string };
  form: 'video';
  purpose: string[];
  chair: string;
  venues: { id: string; name: string }[];
  agenda: ScenarioItem[];
};

export type ScenarioItem = {
  kind: string;
  title: string;
  presenters: string[];
  plannedMinutes: number;
  points?: string[];
  topics?: string[];
  document?: { title: string };
  commendations?: { category: string; award: string; period?: string; programme?: string }[];
  statement?: { issuer: string; recipients: string; subject: string };
  directives?: { ordinal: number; text: string; addressedTo: string[] }[];
};

/** One command of the play: who gives it (a name on the roster, or the organizer), when, and on which family of streams. */
export type Step = {
  readonly at: string;
  readonly as: string;
  readonly family: 'meeting' | 'attendance';
  readonly name: string;
  /** Looks up in the meeting as it then stands what it must name by id. */
  readonly data: (meeting: MeetingState) => Record<string, unknown>;
};

export const MEETING_ID = 'digital-space-2021';
export const ORGANIZER = 'organizer';

const here = (file: string) => new URL(file, import.meta.url);

export const scenario = JSON.parse(readFileSync(here('meeting.json'), 'utf8')) as Scenario;
export const rosterCsv = readFileSync(here('roster.csv'), 'utf8');

/** The plan that was announced; the release does not print it, so its text says no more than that. */
export const plan = {
  bytes: new TextEncoder().encode(
    'Overall Plan for the Implementation of the "14th Five-Year Plan" of the Digital Space Strategy of CASIC\n\n(The text is not part of the public release.)\n',
  ),
  fileName: 'overall-plan.txt',
  mediaType: 'text/plain',
};

const planDigest = createHash('sha256').update(plan.bytes).digest('hex');

/** The id on the roster of whoever bears this name. */
export function rosterId({ roster }: MeetingState, name: string): string {
  const attendee = roster.attendees.values().find((one) => one.name === name);
  const delegation = roster.delegations.values().find((one) => one.name === name);
  const found = attendee?.attendeeId ?? delegation?.delegationId;
  if (found === undefined) throw new Error(`${name} is not on the roster of the scenario.`);
  return found;
}

/** The whole play. Instants are UTC; the day is the meeting's own. */
export function* digitalSpace2021(): Generator<Step> {
  const { agenda } = scenario;
  const chair = scenario.chair;
  const opening = Date.parse(scenario.startsAt.value);
  let clock = opening - 14 * 24 * 3600_000;
  const wait = (seconds: number) => void (clock += seconds * 1000);
  const step = (as: string, name: string, data: Step['data'] | object = {}, family: Step['family'] = 'meeting'): Step => ({
    at: new Date(clock).toISOString(),
    as,
    family,
    name,
    data: typeof data === 'function' ? (data as Step['data']) : () => ({ ...data }),
  });

  // Two weeks before: the meeting, its roster, its agenda, what is to be issued, announced and conferred.
  yield step(ORGANIZER, 'schedule-meeting', {
    meetingId: MEETING_ID,
    title: scenario.title.en,
    organisation: scenario.organisation,
    purpose: scenario.purpose,
    languages: ['en', 'zh-CN'],
    form: scenario.form,
    timeZone: scenario.timeZone,
    startsAt: scenario.startsAt.value,
    endsAt: scenario.endsAt.value,
    venues: scenario.venues.map(({ id, name }) => ({ venueId: id, name, main: id === 'main' })),
  });
  wait(60);
  const roster = parseRosterCsv(rosterCsv);
  if ('errors' in roster) throw new Error(`The scenario's roster is wrong: ${JSON.stringify(roster.errors)}`);
  yield step(ORGANIZER, 'import-roster', { rows: roster.rows });
  wait(60);
  yield step(ORGANIZER, 'appoint-officer', (meeting) => ({ office: 'chair', attendeeId: rosterId(meeting, chair) }));
  for (const [index, item] of agenda.entries()) {
    wait(30);
    yield step(ORGANIZER, 'add-item', (meeting) => ({
      itemId: itemId(index),
      kind: item.kind,
      title: item.title,
      plannedMinutes: item.plannedMinutes,
      presenters: item.presenters.map((name) => rosterId(meeting, name)),
      topics: item.topics ?? [],
    }));
  }
  for (const [index, item] of agenda.entries()) {
    for (const [number, { category, award, period, programme }] of (item.commendations ?? []).entries()) {
      wait(30);
      yield step(ORGANIZER, 'prepare-commendation', {
        commendationId: commendationId(number),
        category,
        award,
        ...(period === undefined ? {} : { period }),
        ...(programme === undefined ? {} : { programme }),
      });
    }
    if (item.document) {
      wait(30);
      yield step(ORGANIZER, 'table-document', {
        documentId: documentId(index),
        title: item.document.title,
        fileName: plan.fileName,
        mediaType: plan.mediaType,
        sizeBytes: plan.bytes.byteLength,
        sha256: planDigest,
        itemId: itemId(index),
        distribution: 'officers',
      });
    }
    if (item.statement) {
      wait(30);
      yield step(ORGANIZER, 'draft-statement', (meeting) => ({
        statementId: statementId(index),
        title: item.title,
        subject: item.statement!.subject,
        text: `${item.title}. Issued to: ${item.statement!.recipients}. Subject: ${item.statement!.subject}.`,
        issuerId: rosterId(meeting, item.statement!.issuer),
        addressedTo: ['unit:CASIC / Second-level units'],
      }));
    }
  }
  wait(3600);
  yield step(ORGANIZER, 'convene-meeting', {});

  // The morning: people come in, delegations are counted.
  clock = opening - 20 * 60_000;
  for (const row of roster.rows) {
    wait(20);
    yield row.kind === 'person'
      ? step(ORGANIZER, 'check-in', (meeting) => ({ attendeeId: rosterId(meeting, row.name), venueId: row.venue ?? 'main' }), 'attendance')
      : step(ORGANIZER, 'count-delegation', (meeting) => ({ delegationId: rosterId(meeting, row.name), count: row.expected ?? 0 }), 'attendance');
  }

  clock = opening;
  yield step(chair, 'open-meeting', {});
  for (const [index, item] of agenda.entries()) {
    wait(5);
    yield step(chair, 'call-item', { itemId: itemId(index) });
    const began = clock;
    yield* within(index, item);
    clock = Math.max(clock, began + (item.plannedMinutes * 60 - 30) * 1000);
    yield step(chair, 'conclude-item', { itemId: itemId(index) });
  }
  wait(15);
  yield step(chair, 'close-meeting', {});

  function* within(index: number, item: ScenarioItem): Generator<Step> {
    for (const [number] of (item.commendations ?? []).entries()) {
      wait(180);
      yield step(chair, 'confer-commendation', (meeting) => ({
        commendationId: commendationId(number),
        presenterId: rosterId(meeting, chair),
      }));
    }
    if (item.document) {
      wait(120);
      yield step(chair, 'announce-document', { documentId: documentId(index) });
    }
    if (item.statement) {
      wait(60);
      yield step(chair, 'issue-statement', { statementId: statementId(index) });
    }
    const speaks = item.kind === 'statement' ? [] : item.presenters;
    const each = Math.floor((item.plannedMinutes * 60 - 90) / Math.max(1, speaks.length));
    for (const [turn, speaker] of speaks.entries()) {
      const speechId = `speech-${index + 1}-${turn + 1}`;
      wait(10);
      yield step(chair, 'give-floor', (meeting) => ({ speechId, speakerId: rosterId(meeting, speaker), limitSeconds: each }));
      wait(each - 30);
      const points = item.points ?? (item.topics?.[turn] === undefined ? [] : [item.topics[turn]]);
      if (points.length > 0) yield step(ORGANIZER, 'summarize-speech', { speechId, points });
      for (const { ordinal, text, addressedTo } of item.directives ?? []) {
        yield step(ORGANIZER, 'issue-directive', { directiveId: `directive-${ordinal}`, ordinal, text, speechId, addressedTo });
      }
      wait(10);
      yield step(chair, 'yield-floor', { speechId });
    }
  }
}

const itemId = (index: number) => `item-${index + 1}`;
const commendationId = (number: number) => `commendation-${number + 1}`;
const documentId = (index: number) => `document-${index + 1}`;
const statementId = (index: number) => `statement-${index + 1}`;
