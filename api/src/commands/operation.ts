// What the documentation says of a command: from its catalogue entry, and from what holds for all commands.

import * as z from 'zod';
import type { CommandDefinition } from '@rostrum/events';
import type { Operation, Parameter } from '../http/route.ts';

export const receiptSchema = z
  .object({
    meetingId: z.string(),
    revision: z.int().describe('Of the stream after the command.'),
    position: z.string().describe('Decimal text. A query that carries it waits until the read models have reached it.'),
    events: z.array(z.object({ id: z.string(), type: z.string(), revision: z.int() })).describe('Empty where what was asked was true already.'),
  })
  .meta({ id: 'Receipt' });

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'A UUID, new for each command. Sent again with the same command it gives the first receipt and records nothing twice.',
  schema: z.uuid(),
  example: '0f8fad5b-d9cb-469f-a165-70867728950e',
};

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  description: 'The revision the command is based on, in quotes. Answers 409 `meeting.stale-revision` where the record has moved on.',
  schema: z.string(),
  example: '"42"',
};

/** Path parameter of everything that concerns one meeting. */
export const meetingId: Parameter = { name: 'id', in: 'path', description: 'The meeting.', schema: z.string(), required: true };

/** The operation of a meeting's command. */
export function commandOperation(slice: string, name: string, definition: CommandDefinition): Operation {
  const { summary, description, input, example, by, during } = definition;
  const creates = name === 'schedule-meeting';
  const receipt = { schema: receiptSchema };
  return {
    group: `${slice[0]!.toUpperCase()}${slice.slice(1)}`,
    id: name,
    summary,
    description: `${description}\n\nFor: ${by.join(', ')}.${creates ? '' : ` While the meeting is: ${during.join(', ')}.`}`,
    parameters: creates ? [idempotencyKey] : [meetingId, idempotencyKey, ifMatch],
    body: { schema: input, example, required: false },
    answers: {
      ...(creates ? { 201: { description: 'The meeting is scheduled; Location names it.', content: receipt } } : {}),
      200: { description: creates ? 'It was scheduled already.' : 'Done, or true already.', content: receipt },
    },
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  };
}
