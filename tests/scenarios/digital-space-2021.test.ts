// The conference of 2021 in the end: every fact of its `meeting.json` and `roster.csv` is in the final view and in the
// minutes, exactly as the files have it.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MeetingState } from '@rostrum/events';
import { digitalSpace2021, MEETING_ID, ORGANIZER, rosterCsv, rosterId, scenario } from './digital-space-2021/script.ts';
import { openPlayhouse } from './house.fixture.ts';
import type { Playhouse } from './house.fixture.ts';
import { play } from './play.ts';

let playhouse: Playhouse;
let meeting: MeetingState;
/** The minutes in Markdown with what Markdown escapes taken back, in one line of single spaces. */
let minutes: string;

beforeAll(async () => {
  playhouse = await openPlayhouse('2021-05-12T00:00:00.000Z');
  const { house, clock } = playhouse;
  await play(
    house,
    MEETING_ID,
    digitalSpace2021(),
    (as, state) =>
      as === ORGANIZER
        ? { kind: 'account', id: 'organizer', name: 'Secretariat', roles: ['organizer'] }
        : { kind: 'attendee', id: rosterId(state, as), meetingId: MEETING_ID, name: as },
    clock,
  );
  meeting = (await house.deps.commands.stateOf('meeting', MEETING_ID)).state;
  minutes = plain(await minutesMd());
});
afterAll(() => playhouse.remove());

/** `minutes.md` over HTTP, as an organizer reads it. */
async function minutesMd(): Promise<string> {
  const { app } = playhouse.house;
  const session = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: 'admin', password: 'a password for a play' }),
  });
  const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!;
  const response = await app.request(`/api/meetings/${MEETING_ID}/minutes.md?language=en`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return response.text();
}

const plain = (markdown: string) => markdown.replaceAll(/\\([^A-Za-z0-9\s])/g, '$1').replaceAll(/\s+/g, ' ');

/** The rows of the roster file, split by hand, so that the test does not trust the reader it tests. */
const rows = rosterCsv
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(([, raw, quoted]) => quoted ?? raw ?? ''))
  .map(([kind, name, title, unit, capacity, precedence, venue, expected]) => ({
    kind: kind!,
    name: name!,
    title: title!,
    unit: unit!,
    capacity: capacity!,
    precedence: Number(precedence),
    venue: venue!,
    expected: expected === '' ? null : Number(expected),
  }));

/** Which of the facts the minutes do not have. */
const missing = (...facts: readonly (string | undefined)[]) =>
  facts.filter((fact) => fact !== undefined && !minutes.includes(fact));

const nameOf = (id: string) =>
  meeting.roster.attendees.get(id)?.name ?? meeting.roster.delegations.get(id)?.name ?? `nobody: ${id}`;
const items = () => meeting.agenda.taken.map((itemId) => meeting.agenda.items.get(itemId)!);

describe('the meeting', () => {
  test('has title, organisation, purpose, form and time of the file', () => {
    expect(meeting.lifecycle).toMatchObject({
      title: scenario.title.en,
      organisation: scenario.organisation,
      purpose: scenario.purpose,
      form: scenario.form,
      timeZone: scenario.timeZone,
      startsAt: scenario.startsAt.value,
      endsAt: scenario.endsAt.value,
      status: 'closed',
    });
    for (const fact of [scenario.title.en, scenario.organisation, ...scenario.purpose]) expect(minutes).toContain(fact);
    expect(minutes).toMatch(/26 May 2021|May 26, 2021/);
  });

  test('was held at its venues and chaired by the one who chaired it', () => {
    expect(meeting.roster.venues.values().map(({ venueId, name }) => ({ id: venueId, name }))).toMatchObject(
      scenario.venues.map(({ id, name }) => ({ id, name })),
    );
    for (const { name } of scenario.venues) expect(minutes).toContain(name);
    expect(nameOf(meeting.officers.chair!)).toBe(scenario.chair);
  });
});

describe('the roster', () => {
  test('has sixteen rows in the file', () => expect(rows).toHaveLength(16));

  test.each(rows)(
    'has $name with unit, capacity and precedence',
    ({ kind, name, title, unit, capacity, precedence, venue, expected }) => {
      const entry =
        kind === 'person'
          ? meeting.roster.attendees.values().find((attendee) => attendee.name === name)
          : meeting.roster.delegations.values().find((delegation) => delegation.name === name);
      expect(entry).toMatchObject({
        name,
        unit,
        capacity,
        precedence,
        venueId: venue,
        ...(kind === 'person' ? { title } : { expected }),
      });
      expect(missing(name, title, unit)).toEqual([]);
    },
  );

  test('stands in the minutes in its order of precedence', () => {
    const section = minutes.slice(minutes.indexOf(rows[0]!.name));
    const persons = rows.filter(({ kind }) => kind === 'person').map(({ title }) => section.indexOf(title));
    expect(persons).toEqual(persons.toSorted((a, b) => a - b));
    expect(Math.min(...persons)).toBeGreaterThanOrEqual(0);
  });
});

describe('the agenda', () => {
  test('was taken in the order of the file, each item to its end', () => {
    expect(items().map(({ kind, title, plannedMinutes, status }) => ({ kind, title, plannedMinutes, status }))).toEqual(
      scenario.agenda.map(({ kind, title, plannedMinutes }) => ({ kind, title, plannedMinutes, status: 'concluded' })),
    );
    const places = scenario.agenda.map(({ title }) => minutes.indexOf(title));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
  });

  test.each(scenario.agenda)(
    '“$title” has its presenters, and each of them spoke or acted',
    ({ title, kind, presenters, topics = [] }) => {
      const item = items().find((one) => one.title === title)!;
      expect(item.presenters.map(nameOf)).toEqual(presenters);
      expect(item.topics).toEqual(topics);
      expect(missing(...topics)).toEqual([]);
      const speakers = meeting.floor.finished.values().filter((speech) => speech.itemId === item.itemId);
      // The statement is issued, not spoken.
      expect(speakers.map(({ speakerId }) => nameOf(speakerId))).toEqual(kind === 'statement' ? [] : presenters);
    },
  );

  test.each(scenario.agenda.filter(({ points }) => points))(
    '“$title” has its points, numbered in their order',
    ({ title, points = [] }) => {
      const item = items().find((one) => one.title === title)!;
      const speech = meeting.floor.finished.values().find((one) => one.itemId === item.itemId)!;
      expect(speech.points).toEqual(points);
      const section = minutes.slice(minutes.lastIndexOf(points[0]!));
      const places = points.map((point) => section.indexOf(point));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    },
  );
});

describe('what was ordered, announced, issued and conferred', () => {
  const directives = scenario.agenda.flatMap((item) => item.directives ?? []);
  test.each(directives)(
    'directive $ordinal stands with its text and whom it binds',
    ({ ordinal, text, addressedTo }) => {
      const directive = meeting.directives.all.values().find((one) => one.ordinal === ordinal)!;
      expect(directive).toMatchObject({ text, addressedTo });
      expect(nameOf(meeting.floor.finished.get(directive.speechId!)!.speakerId)).toBe('Yuan Jie');
      expect(minutes).toContain(text);
    },
  );

  test('the plan was announced', () => {
    const [announced] = scenario.agenda.flatMap(({ document }) => document ?? []);
    const document = meeting.documents.all.values().find(({ title }) => title === announced!.title)!;
    expect(document.announced).not.toBeNull();
    expect(minutes).toContain(announced!.title);
    expect(minutes).toContain(document.versions.at(-1)!.sha256);
  });

  test('the responsibility statement was issued by its issuer to the second-level units', () => {
    const { statement, title } = scenario.agenda.find((item) => item.statement)!;
    const issued = meeting.statements.all.values().find((one) => one.title === title)!;
    expect(issued).toMatchObject({ status: 'issued', subject: statement!.subject });
    expect(nameOf(issued.issuerId!)).toBe(statement!.issuer);
    expect(issued.text).toContain(statement!.recipients);
    expect(issued.addressedTo.map(nameOf)).toContain('Main leaders and leaders in charge of second-level units');
    for (const fact of [title, statement!.subject, statement!.recipients]) expect(minutes).toContain(fact);
  });

  const commendations = scenario.agenda.flatMap((item) => item.commendations ?? []);
  test.each(commendations)('“$award” ($category) was conferred', ({ category, award, period, programme }) => {
    const commendation = meeting.commendations.all.values().find((one) => one.category === category)!;
    expect(commendation).toMatchObject({
      award,
      period: period ?? null,
      programme: programme ?? null,
      status: 'conferred',
    });
    expect(missing(award, period, programme)).toEqual([]);
  });
});
