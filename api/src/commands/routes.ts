// One route for each command, from the catalogue: `POST /api/meetings/{id}/give-floor`, `POST /api/accounts/{id}/set-roles`.

import { meetingCommandsBySlice, streams } from '@rostrum/events';
import type { CommandDefinition, CommandDefinitions, StreamName } from '@rostrum/events';
import type { Deps } from '../deps.ts';
import { requireSameText } from '../exports/minutes.ts';
import type { SignedText } from '../exports/minutes.ts';
import { COMMAND_BYTES } from '../http/body.ts';
import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { Part, Route } from '../http/route.ts';
import { accept, creationAnswer, receiptAnswer } from './accept.ts';
import type { Acceptance } from './accept.ts';
import { requireCorrectable } from './correction.ts';
import { commandOperation } from './operation.ts';

type Section = { readonly group: string; readonly family: StreamName; readonly commands: CommandDefinitions };

/** The sections of the API's commands, in the order of its page. */
const sections: readonly Section[] = [
  ...Object.entries(meetingCommandsBySlice).map(([slice, commands]) => ({
    group: titled(slice),
    family: 'meeting' as const,
    commands,
  })),
  ...(['attendance', 'conversation', 'directive', 'contact', 'door', 'account'] as const).map((family) => ({
    group: family === 'directive' ? 'Directives' : family === 'account' ? 'Accounts' : titled(family),
    family,
    commands: streams[family].commands as CommandDefinitions,
  })),
];

/** Commands whose bodies are whole lists. */
const BYTES: Readonly<Record<string, number>> = {
  'import-roster': 4 * COMMAND_BYTES,
  'schedule-meeting': 4 * COMMAND_BYTES,
  'revise-roster': 4 * COMMAND_BYTES,
};

/** Commands on secrets of which only a digest is kept: the doors have routes of their own that take or give the secret itself. */
const BY_THE_DOORS = new Set(['create-account', 'set-password', 'issue-link', 'issue-station-link']);

/** The command that creates what it is for. */
const CREATES = 'schedule-meeting';

/** The routes of all commands. */
export const commandRoutes: Part = (deps) =>
  sections.flatMap(({ group, family, commands }) =>
    Object.entries(commands)
      .filter(([name, { by }]) => !BY_THE_DOORS.has(name) && by.some((role) => role !== 'system'))
      .map(([name, definition]) => commandRoute(deps, group, family, name, definition)),
  );

function commandRoute(
  deps: Deps,
  group: string,
  family: StreamName,
  name: string,
  definition: CommandDefinition,
): Route {
  const [collection, subjectName] =
    family === 'account' ? (['/api/accounts', 'accountId'] as const) : (['/api/meetings', 'meetingId'] as const);
  const creates = name === CREATES;
  const acceptance: Acceptance = {
    family,
    name,
    definition,
    limit: BYTES[name] ?? COMMAND_BYTES,
    subjectOf: creates ? newMeetingId : idInPath(subjectName),
    answer: creates ? creationAnswer(collection) : receiptAnswer(subjectName),
    ...(Object.hasOwn(BEFORE, name) ? { before: BEFORE[name]!(deps) } : {}),
  };
  return {
    method: 'POST',
    path: creates ? collection : `${collection}/:id/${name}`,
    access: 'session',
    ...(definition.by.includes('doorkeeper') ? { stations: true as const } : {}),
    pace: 'commands',
    operation: commandOperation({ group, family, name, definition, subjectName, creates }),
    handle: accept(deps, acceptance),
  };
}

/** Commands that need something read beside the state on which they are decided. */
const BEFORE: Readonly<Record<string, (deps: Deps) => NonNullable<Acceptance['before']>>> = {
  'sign-minutes': (deps) => (meetingId, data, actor) =>
    requireSameText(deps, meetingId, actor, (data as { readonly texts: readonly SignedText[] }).texts),
  'record-correction': (deps) => (meetingId, data, actor) =>
    requireCorrectable(deps, meetingId, actor, (data as { readonly correctsEventId: string }).correctsEventId),
};

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

const unknown = {
  meetingId: () => new Problem(404, 'meeting.unknown', 'There is no such meeting.'),
  accountId: () => new Problem(404, 'account.unknown', 'There is no such account.'),
};

const idInPath = (subjectName: keyof typeof unknown) => (c: AppContext) => {
  const id = c.req.param('id') ?? '';
  if (!ID.test(id)) throw unknown[subjectName]();
  return id;
};

/** The id that the organizer gives, else that of the command. */
const newMeetingId = (_c: AppContext, data: unknown, commandId: string) =>
  (data as { readonly meetingId?: string }).meetingId ?? commandId;

function titled(word: string): string {
  return `${word[0]!.toUpperCase()}${word.slice(1)}`;
}
