// One route for each command, from the catalogue: `POST /api/meetings/{id}/give-floor`.

import { meetingCommandsBySlice } from '@rostrum/events';
import type { CommandDefinition, CommandDefinitions } from '@rostrum/events';
import type { Deps } from '../deps.ts';
import { COMMAND_BYTES } from '../http/body.ts';
import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { Part, Route } from '../http/route.ts';
import { accept, answerReceipt } from './accept.ts';
import { families } from './families.ts';
import type { Family } from './family.ts';
import { commandOperation } from './operation.ts';

/** Commands whose bodies are whole lists. */
const BYTES: Readonly<Record<string, number>> = { 'import-roster': 4 * COMMAND_BYTES };

/** The routes of all commands of meetings, slice by slice. */
export const commandRoutes: Part = (deps) =>
  Object.entries(meetingCommandsBySlice).flatMap(([slice, definitions]) => routesOfSlice(deps, slice, families['meeting']!, definitions));

function routesOfSlice(deps: Deps, slice: string, family: Family, definitions: CommandDefinitions): Route[] {
  return Object.entries(definitions)
    .filter(([, definition]) => !isForTheSystem(definition))
    .map(([name, definition]) => (name === 'schedule-meeting' ? schedule(deps, family, slice, definition) : command(deps, family, slice, name, definition)));
}

const route = { method: 'POST', access: 'session', pace: 'commands' } as const satisfies Partial<Route>;

function command(deps: Deps, family: Family, slice: string, name: string, definition: CommandDefinition): Route {
  return {
    ...route,
    path: `/api/meetings/:id/${name}`,
    operation: commandOperation(slice, name, definition),
    handle: accept(deps, {
      family,
      name,
      definition,
      limit: BYTES[name] ?? COMMAND_BYTES,
      subjectOf: meetingInPath,
      streamOf: (meetingId) => `${family.name}-${meetingId}`,
      answer: (receipt) => answerReceipt('meetingId', receipt),
    }),
  };
}

function schedule(deps: Deps, family: Family, slice: string, definition: CommandDefinition): Route {
  const name = 'schedule-meeting';
  return {
    ...route,
    path: '/api/meetings',
    operation: commandOperation(slice, name, definition),
    handle: accept(deps, {
      family,
      name,
      definition,
      limit: COMMAND_BYTES,
      subjectOf: (_c, data, commandId) => (data as { readonly meetingId?: string }).meetingId ?? commandId,
      streamOf: (meetingId) => `meeting-${meetingId}`,
      answer: (receipt) =>
        receipt.events.length === 0
          ? answerReceipt('meetingId', receipt)
          : answerReceipt('meetingId', receipt, 201, { location: `/api/meetings/${receipt.subject}` }),
    }),
  };
}

/** Commands that only processes of the server give have no route. */
const isForTheSystem = ({ by }: CommandDefinition) => by.every((role) => role === 'system');

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

function meetingInPath(c: AppContext): string {
  const id = c.req.param('id') ?? '';
  if (!ID.test(id)) throw new Problem(404, 'meeting.unknown', 'There is no such meeting.');
  return id;
}
