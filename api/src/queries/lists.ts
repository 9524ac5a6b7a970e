// Lists across meetings: meetings, people, honours, directives. An attendee, whose session is bound to one meeting, finds
// that meeting and its directives; the registers are for accounts.

import type { Actor, Audience } from '@rostrum/events';
import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { answerJson } from '../http/answer.ts';
import { callerOf } from '../http/context.ts';
import type { AppContext } from '../http/context.ts';
import { behind, PATIENCE_MS, positionOf } from '../http/position.ts';
import { Problem } from '../http/problem.ts';
import type { Part, Route } from '../http/route.ts';
import { audienceOf } from '../live/audience.ts';
import { listQuery, parametersOf, readQuery, since, words } from './parameters.ts';

const statuses = ['draft', 'convened', 'open', 'recess', 'closed', 'minuted', 'sealed', 'cancelled'] as const;

/** Several values, separated by commas. */
const someOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)))
    .optional();

const meetings = listQuery({
  status: someOf(statuses),
  form: someOf(['video', 'hybrid', 'on-site']),
  organisation: z.string().max(200).optional(),
  from: since,
  to: since,
  q: words,
  order: z.enum(['latest-first', 'earliest-first']).optional(),
  counts: z.enum(['true', 'false']).optional(),
});
const people = listQuery({ kind: z.enum(['person', 'body']).optional(), q: words });
const honours = listQuery({
  meetingId: z.string().optional(),
  category: z.enum(['collective', 'individual', 'team']).optional(),
  from: since,
  to: since,
  q: words,
});
const directives = listQuery({
  meetingId: z.string().optional(),
  standing: z.enum(['open', 'discharged', 'withdrawn']).optional(),
  dueBy: z.iso.date().optional(),
  respondent: words,
  q: words,
});

export const listRoutes: Part = (deps) => {
  const list = <Q extends z.ZodObject>(
    path: string,
    operation: Pick<Route['operation'], 'group' | 'id' | 'summary' | 'description'>,
    query: Q,
    read: (query: z.output<Q>, reader: Reader, deps: Deps) => object | Promise<object>,
  ): Route => ({
    method: 'GET',
    path,
    access: 'session',
    pace: 'queries',
    operation: {
      ...operation,
      parameters: parametersOf(query),
      answers: { 200: { description: 'A page of rows, and how many there are in all.' } },
      problems: [400, 403, 422, 503],
    },
    handle: async (c: AppContext) => {
      const asked = readQuery(c, query);
      const position = positionOf(c);
      if (position !== undefined && !(await deps.readModels.waitFor(position, { timeoutMilliseconds: PATIENCE_MS })))
        throw behind();
      return answerJson(await read(asked, readerOf(callerOf(c).actor), deps));
    },
  });
  return [
    list(
      '/api/meetings',
      {
        group: 'Lists and registers',
        id: 'list-meetings',
        summary: 'List meetings',
        description:
          'Meetings by planned start, with what they are made of; with `counts`, how many meetings each status, form and organisation would bring. Drafts are for organizers.',
      },
      meetings,
      listMeetings,
    ),
    list(
      '/api/people',
      {
        group: 'Lists and registers',
        id: 'list-people',
        summary: 'List people',
        description:
          'Everyone who stood on a roster, across meetings: where they came, how long they spoke, what was conferred on them.',
      },
      people,
      (query, reader, { readModels }) => readModels.people({ ...query, audience: registerReader(reader) }),
    ),
    list(
      '/api/honours',
      {
        group: 'Lists and registers',
        id: 'list-honours',
        summary: 'The honours register',
        description: 'All that was ever conferred, the latest first. What is under embargo is not in it.',
      },
      honours,
      (query, reader, { readModels }) => {
        registerReader(reader);
        return readModels.honours(query);
      },
    ),
    list(
      '/api/directives',
      {
        group: 'Lists and registers',
        id: 'list-directives',
        summary: 'List directives',
        description: 'Directives of all meetings and what became of them, the latest first.',
      },
      directives,
      (query, reader, { readModels }) =>
        readModels.directives(reader.meetingId === null ? query : { ...query, meetingId: reader.meetingId }),
    ),
  ];
};

/** Who reads: an account, of one audience everywhere, or an attendee, bound to one meeting. */
type Reader = { readonly actor: Actor; readonly audience: Audience; readonly meetingId: string | null };

/** @throws Problem 403 for an account without a role, which nothing is open to */
function readerOf(actor: Actor): Reader {
  if (actor.kind === 'attendee') return { actor, audience: 'attendees', meetingId: actor.meetingId };
  const roles = actor.kind === 'account' ? actor.roles : [];
  if (roles.length === 0)
    throw new Problem(403, 'query.no-role', 'Your account has no role. Ask an administrator to give it one.');
  return { actor, audience: roles.some((role) => role !== 'archivist') ? 'officers' : 'attendees', meetingId: null };
}

function registerReader({ meetingId, audience }: Reader): Audience {
  if (meetingId === null) return audience;
  throw new Problem(
    403,
    'query.accounts-only',
    'Registers across meetings are for those who have an account. Your link is for one meeting.',
  );
}

async function listMeetings(
  { counts, ...query }: z.output<typeof meetings>,
  reader: Reader,
  { readModels, gallery }: Deps,
): Promise<object> {
  if (reader.meetingId === null) {
    const asked = { ...query, audience: reader.audience };
    const page = readModels.meetings(asked);
    return counts === 'true' ? { ...page, counts: readModels.meetingCounts(asked) } : page;
  }
  const watch = await gallery.watch(reader.meetingId);
  const audience = audienceOf(reader.actor, watch.view('officers').meeting);
  return audience === null
    ? { rows: [], total: 0 }
    : readModels.meetings({ ...query, audience: 'officers', meetingId: reader.meetingId });
}
