// Contact data of attendees: read by officers and by the person, and erased for good by deleting its stream. It is
// written by the command `set-contact` like everything else.

import { isOfficer } from '@rostrum/events';
import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { answer, answerJson } from '../http/answer.ts';
import { callerOf } from '../http/context.ts';
import type { AppContext } from '../http/context.ts';
import { API_HEADERS } from '../http/headers.ts';
import { Problem } from '../http/problem.ts';
import type { Operation, Parameter, Part } from '../http/route.ts';
import { meetingId } from './operation.ts';

const attendeeId: Parameter = {
  name: 'attendeeId',
  in: 'path',
  description: 'The attendee.',
  schema: z.string(),
  required: true,
};

const contact = z
  .object({ attendeeId: z.string(), email: z.string().nullable(), telephone: z.string().nullable() })
  .meta({ id: 'Contact' });

const about = {
  group: 'Contact',
  parameters: [meetingId, attendeeId],
  problems: [403, 404, 503],
} satisfies Partial<Operation>;

const PATH = '/api/meetings/:id/contacts/:attendeeId';

export const contactRoutes: Part = (deps) => [
  {
    method: 'GET',
    path: PATH,
    access: 'session',
    pace: 'queries',
    operation: {
      ...about,
      id: 'read-contact',
      summary: 'Read contact data',
      description:
        'E-mail and telephone of an attendee, for officers of the meeting and for the person; null where there is none.',
      answers: {
        200: {
          description: 'The contact data.',
          content: {
            schema: contact,
            example: { attendeeId: 'attendee-1', email: 'liu@example.org', telephone: null },
          },
        },
      },
    },
    handle: async (c) => {
      const [meeting, attendee] = await allowed(c, deps);
      const { state } = await deps.commands.stateOf('contact', meeting, attendee);
      return answerJson({ attendeeId: attendee, email: state.email, telephone: state.telephone });
    },
  },
  {
    method: 'DELETE',
    path: PATH,
    access: 'session',
    pace: 'commands',
    operation: {
      ...about,
      id: 'erase-contact',
      summary: 'Erase contact data',
      description:
        'Deletes e-mail and telephone of an attendee for good, whatever the status of the meeting. By an officer, or by the person. Does nothing where there is none.',
      answers: { 204: { description: 'It is erased.' } },
    },
    handle: async (c) => {
      await deps.commands.erase('contact', ...(await allowed(c, deps)));
      c.set('position', await deps.store.lastPosition());
      return answer(null, 204, API_HEADERS);
    },
  },
];

/** The meeting and the attendee of the path, where the caller may see and erase the attendee's contact data. */
async function allowed(c: AppContext, { commands }: Deps): Promise<[meetingId: string, attendeeId: string]> {
  const { actor } = callerOf(c);
  const [id, attendee] = [c.req.param('id') ?? '', c.req.param('attendeeId') ?? ''];
  const { state: meeting } = await commands.stateOf('meeting', id);
  const own = actor.kind === 'attendee' && actor.meetingId === id && actor.id === attendee;
  if (!own && !isOfficer(actor, meeting)) {
    throw new Problem(403, 'contact.not-yours', 'This is for the officers of the meeting and for the person.');
  }
  if (!meeting.roster.attendees.has(attendee)) {
    throw new Problem(404, 'roster.unknown', 'There is no such attendee on the roster of this meeting.');
  }
  return [id, attendee];
}
