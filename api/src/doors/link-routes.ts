// `/api/meetings/{id}/links`: the personal links of a meeting's attendees, for its officers.

import { id, instant, streams } from '@rostrum/events';
import * as z from 'zod';
import { receiptAnswer } from '../commands/accept.ts';
import { commandIdOf } from '../commands/idempotency.ts';
import { parseInput } from '../commands/input.ts';
import { meetingId } from '../commands/operation.ts';
import { answerJson } from '../http/answer.ts';
import { COMMAND_BYTES, readJson } from '../http/body.ts';
import { callerOf } from '../http/context.ts';
import type { AppContext } from '../http/context.ts';
import type { Parameter, Route } from '../http/route.ts';
import type { Asking, Links } from './links.ts';

const wanted = z.strictObject({
  attendeeIds: z.array(id).min(1).max(5000).optional(),
  expiresAt: instant.optional(),
});
const revocation = z.strictObject({ reason: streams.door.commands['revoke-link'].input.shape.reason });

const issued = z
  .array(
    z.object({ attendeeId: z.string(), name: z.string(), url: z.string(), linkId: z.string(), expiresAt: z.string() }),
  )
  .meta({ id: 'IssuedLinks' });
const listed = z
  .array(
    z.object({
      linkId: z.string(),
      attendeeId: z.string(),
      name: z.string(),
      issuedAt: z.string(),
      expiresAt: z.string(),
      revoked: z.object({ reason: z.string().nullable(), at: z.string() }).nullable(),
    }),
  )
  .meta({ id: 'Links' });

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'A UUID. Sent again with the same key by the same person, the same links are answered again.',
  schema: z.uuid(),
};
const linkId: Parameter = { name: 'linkId', in: 'path', description: 'The link.', schema: z.string(), required: true };

const group = 'Doors';

export const linkRoutes = (links: Links, newId: () => string): readonly Route[] => {
  const asking = (c: AppContext): Asking => ({
    actor: callerOf(c).actor,
    key: commandIdOf(c, newId),
    correlationId: c.get('requestId'),
  });
  const meetingOf = (c: AppContext) => c.req.param('id') ?? '';

  return [
    {
      method: 'POST',
      path: '/api/meetings/:id/links',
      access: 'session',
      pace: 'commands',
      operation: {
        group,
        id: 'issue-links',
        summary: 'Hand out personal links',
        description:
          'Issues a link to each of these attendees, or to everyone on the roster who has none that opens the door. Earlier links of the same attendees are revoked. The addresses are answered this once and never again. Without `expiresAt` a link opens the door until thirty days after the planned end.\n\nFor: organizer, chair, deputy, secretary.',
        parameters: [meetingId, idempotencyKey],
        body: { schema: wanted, example: { attendeeIds: ['wei-yiyin'] }, required: false },
        answers: { 200: { description: 'The links.', content: { schema: issued } } },
        problems: [400, 403, 404, 413, 415, 422, 503],
      },
      handle: async (c) => {
        const ask = asking(c);
        return answerJson(await links.issue(meetingOf(c), parseInput(wanted, await readJson(c, COMMAND_BYTES)), ask));
      },
    },
    {
      method: 'GET',
      path: '/api/meetings/:id/links',
      access: 'session',
      pace: 'queries',
      operation: {
        group,
        id: 'links',
        summary: 'Who has a personal link',
        description:
          'Every link that was issued, with its expiry and whether it was revoked; never what opens the door.\n\nFor: organizer, chair, deputy, secretary.',
        parameters: [meetingId],
        answers: {
          200: { description: 'The links, in the order in which they were issued.', content: { schema: listed } },
        },
        problems: [403, 404, 503],
      },
      handle: async (c) => answerJson(await links.list(meetingOf(c), callerOf(c).actor)),
    },
    {
      method: 'POST',
      path: '/api/meetings/:id/links/:linkId/revoke',
      access: 'session',
      pace: 'commands',
      operation: {
        group,
        id: 'revoke-one-link',
        summary: 'Revoke a personal link',
        description:
          'The link, and every session that began with it, opens the door no more.\n\nFor: organizer, chair, deputy, secretary.',
        parameters: [meetingId, linkId, idempotencyKey],
        body: { schema: revocation, example: { reason: 'Sent to the wrong address' }, required: false },
        answers: { 200: { description: 'Revoked, or revoked already.' } },
        problems: [400, 403, 404, 413, 415, 422, 503],
      },
      handle: async (c) => {
        const ask = asking(c);
        const { reason } = parseInput(revocation, await readJson(c, COMMAND_BYTES));
        const receipt = await links.revoke(meetingOf(c), parseInput(id, c.req.param('linkId')), reason, ask);
        return receiptAnswer('meetingId')(meetingOf(c), receipt);
      },
    },
  ];
};
