// `/api/meetings/{id}/station-links`: the links of screens in the hall and of stewards at the door, for a meeting's officers.
// They are revoked as personal links are.

import { id, instant, streams } from '@rostrum/events';
import * as z from 'zod';
import { commandIdOf } from '../commands/idempotency.ts';
import { parseInput } from '../commands/input.ts';
import { meetingId } from '../commands/operation.ts';
import { answerJson } from '../http/answer.ts';
import { COMMAND_BYTES, readJson } from '../http/body.ts';
import { callerOf } from '../http/context.ts';
import type { Parameter, Route } from '../http/route.ts';
import type { Links } from './links.ts';

const { station, name } = streams.door.commands['issue-station-link'].input.shape;
const wanted = z.strictObject({ station, name, venueId: id.nullable().default(null), expiresAt: instant.optional() });

const link = {
  linkId: z.string(),
  station: z.enum(['screen', 'steward']),
  name: z.string(),
  venueId: z.string().nullable(),
  expiresAt: z.string(),
};
const issued = z.object({ ...link, url: z.string() }).meta({ id: 'IssuedStationLink' });
const listed = z
  .array(
    z.object({
      ...link,
      issuedAt: z.string(),
      revoked: z.object({ reason: z.string().nullable(), at: z.string() }).nullable(),
    }),
  )
  .meta({ id: 'StationLinks' });

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'A UUID. Sent again with the same key by the same person, the same link is answered again.',
  schema: z.uuid(),
};

const group = 'Doors';
const path = '/api/meetings/:id/station-links';

export const stationLinkRoutes = (links: Links, newId: () => string): readonly Route[] => [
  {
    method: 'POST',
    path,
    access: 'session',
    pace: 'commands',
    operation: {
      group,
      id: 'issue-one-station-link',
      summary: 'Hand out a link for a screen or a steward',
      description:
        'A screen shows what everyone present may see, and gives no command. A steward checks people in and counts delegations, with a venue at that venue alone. The address is answered this once and never again. Without `expiresAt` the link opens the door until two days after the planned end. Revoke it as a personal link.\n\nFor: organizer, chair, deputy, secretary.',
      parameters: [meetingId, idempotencyKey],
      body: {
        schema: wanted,
        example: { station: 'screen', name: 'Great hall, left', venueId: 'main' },
        required: true,
      },
      answers: { 200: { description: 'The link.', content: { schema: issued } } },
      problems: [400, 403, 404, 413, 415, 422, 503],
    },
    handle: async (c) => {
      const asking = { actor: callerOf(c).actor, key: commandIdOf(c, newId), correlationId: c.get('requestId') };
      const body = parseInput(wanted, await readJson(c, COMMAND_BYTES));
      return answerJson(await links.issueStation(c.req.param('id') ?? '', body, asking));
    },
  },
  {
    method: 'GET',
    path,
    access: 'session',
    pace: 'queries',
    operation: {
      group,
      id: 'station-links',
      summary: 'Which screens and stewards have a link',
      description:
        'Every such link that was issued, with its expiry and whether it was revoked; never what opens the door.\n\nFor: organizer, chair, deputy, secretary.',
      parameters: [meetingId],
      answers: {
        200: { description: 'The links, in the order in which they were issued.', content: { schema: listed } },
      },
      problems: [403, 404, 503],
    },
    handle: async (c) => answerJson(await links.listStations(c.req.param('id') ?? '', callerOf(c).actor)),
  },
];
