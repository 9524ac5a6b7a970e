// A small council with a meeting of its own, prepared over HTTP: the company of the journeys.

import type { Secretariat } from './secretariat.ts';

export const COUNCIL = 'council';

/** Who is on the roster, by their ids. */
export const people = {
  okafor: { name: 'Margaret Okafor', title: 'President of the Council', unit: 'Council', capacity: 'chair' },
  solberg: { name: 'Ingrid Solberg', title: 'Vice-President', unit: 'Council', capacity: 'leader' },
  rivera: { name: 'Tomás Rivera', title: 'Treasurer', unit: 'Council / Finance', capacity: 'rapporteur' },
  tanaka: { name: 'Yuki Tanaka', title: 'Engineer', unit: 'Council / Works', capacity: 'member' },
  dubois: { name: 'Claire Dubois', title: 'Delegate', unit: 'Council / Schools', capacity: 'member' },
} as const;
export type RosterId = keyof typeof people;

export const items = [
  { itemId: 'opening', kind: 'opening', title: 'Opening of the sitting', plannedMinutes: 5, presenters: ['okafor'] },
  { itemId: 'water', kind: 'report', title: 'Report on the water supply', plannedMinutes: 20, presenters: ['rivera'] },
  { itemId: 'honours', kind: 'commendation', title: 'Commendations of the year', plannedMinutes: 10, presenters: [] },
  { itemId: 'closing', kind: 'closing', title: 'Closing words', plannedMinutes: 5, presenters: ['okafor'] },
] as const;

/** The award that stays under embargo until it is conferred. */
export const award = {
  commendationId: 'lantern',
  category: 'individual',
  award: 'Lantern of the Harbour',
  citation: 'For keeping the water flowing through the long frost.',
  recipients: [{ name: people.tanaka.name, unit: people.tanaka.unit, rosterId: 'tanaka' }],
} as const;

export type Council = {
  readonly meetingId: string;
  /** The personal link of each. */
  readonly links: Readonly<Record<RosterId, string>>;
};

/** How far the meeting is brought: noticed to everyone, or opened by its chair already. */
export type Reach = 'convened' | 'open';

/** Schedules the council's meeting for today, with its agenda, its officers and an award prepared; and convenes it. */
export async function gatherCouncil(
  secretariat: Secretariat,
  reach: Reach,
  {
    meetingId = COUNCIL,
    title = 'Sitting of the Council',
  }: { readonly meetingId?: string; readonly title?: string } = {},
): Promise<Council> {
  const starts = Math.ceil(Date.now() / 3600_000) * 3600_000;
  await secretariat.does('POST', '/api/meetings', {
    meetingId,
    title,
    organisation: 'Council of the City',
    purpose: ['To hear the report on the water supply'],
    languages: ['en', 'zh-CN'],
    timeZone: 'Europe/Zurich',
    startsAt: new Date(starts).toISOString(),
    endsAt: new Date(starts + 2 * 3600_000).toISOString(),
    form: 'video',
  });
  const gives = (command: string, data: object = {}) => secretariat.gives(meetingId, command, data);
  for (const [place, [attendeeId, person]] of Object.entries(people).entries()) {
    await gives('add-attendee', { attendeeId, precedence: place + 1, ...person });
  }
  await gives('appoint-officer', { office: 'chair', attendeeId: 'okafor' });
  await gives('appoint-officer', { office: 'deputy', attendeeId: 'solberg' });
  for (const item of items) await gives('add-item', item);
  await gives('prepare-commendation', award);
  await gives('convene-meeting');
  if (reach === 'open') await gives('open-meeting');
  const links = await secretariat.links(meetingId, Object.keys(people));
  return { meetingId, links: Object.fromEntries(links) as Record<RosterId, string> };
}

/** Brings an open meeting of the council to the middle of its report, with something in every part of every page. */
export async function bringToLife(secretariat: Secretariat, meetingId: string): Promise<void> {
  const gives = (command: string, data: object = {}) => secretariat.gives(meetingId, command, data);
  await gives('call-item', { itemId: 'opening' });
  await gives('give-floor', { speakerId: 'okafor', speechId: 'welcome', limitSeconds: 300 });
  await gives('summarize-speech', { speechId: 'welcome', points: ['The winter was long.', 'The water kept flowing.'] });
  await gives('yield-floor', { speechId: 'welcome' });
  await gives('conclude-item', { itemId: 'opening', outcome: 'The sitting is open.' });
  await gives('add-item', {
    itemId: 'pledge',
    kind: 'statement',
    title: 'Responsibility for the water supply',
    plannedMinutes: 5,
    beforeItemId: 'water',
  });
  await gives('draft-statement', {
    statementId: 'pledge',
    title: 'Responsibility for the water supply',
    subject: 'The water supply',
    text: 'I answer for the water supply of the city.\n\nI report every quarter.',
    issuerId: 'okafor',
    addressedTo: ['tanaka', 'dubois'],
  });
  await gives('call-item', { itemId: 'pledge' });
  await gives('issue-statement', { statementId: 'pledge' });
  await gives('conclude-item', { itemId: 'pledge' });
  await gives('call-item', { itemId: 'water' });
  const paper = new TextEncoder().encode('# The water supply\n\nThe reservoirs are full.\n');
  await gives('table-document', {
    documentId: 'plan',
    title: 'Plan for the water supply',
    ...(await secretariat.upload(meetingId, 'plan.md', 'text/markdown', paper)),
    itemId: 'water',
    confirmReading: true,
  });
  await gives('give-floor', { speakerId: 'rivera', speechId: 'report', limitSeconds: 600 });
  await gives('summarize-speech', { speechId: 'report', points: ['The reservoirs are full.', 'The pipes are old.'] });
  await gives('issue-directive', {
    text: 'Survey the pipes before the next frost.',
    speechId: 'report',
    addressedTo: ['Council / Works'],
    dueOn: '2040-10-01',
  });
  await gives('put-motion', {
    motionId: 'pipes',
    title: 'New pipes',
    text: 'The old pipes are replaced.',
    moverId: 'rivera',
  });
  await gives('request-floor', { speakerId: 'tanaka', kind: 'speech' });
  await gives('request-floor', { speakerId: 'dubois', kind: 'question', note: 'On the pipes of the schools' });
  await gives('post-message', { text: 'The figures are in the annex.' });
  await gives('ask-question', { text: 'When was the last survey?' });
}

/** Brings a meeting that was brought to life to its closing, with a speech and a commendation of Yuki Tanaka on the way. */
export async function bringToEnd(secretariat: Secretariat, meetingId: string): Promise<void> {
  const gives = (command: string, data: object = {}) => secretariat.gives(meetingId, command, data);
  await gives('yield-floor', { speechId: 'report' });
  await gives('give-floor', { speakerId: 'tanaka', speechId: 'remarks', limitSeconds: 300 });
  await gives('summarize-speech', {
    speechId: 'remarks',
    points: ['The oldest pipes come first.', 'The survey is paid.'],
  });
  await gives('yield-floor', { speechId: 'remarks' });
  await gives('conclude-item', { itemId: 'water' });
  await gives('call-item', { itemId: 'honours' });
  await gives('confer-commendation', { commendationId: award.commendationId, presenterId: 'okafor' });
  await gives('conclude-item', { itemId: 'honours' });
  await gives('close-meeting');
}
