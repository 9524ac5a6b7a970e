// What the documentation says of a command: from its catalogue entry, and from what holds for all commands.

import type { CommandDefinition, StreamName } from '@rostrum/events';
import * as z from 'zod';
import type { Operation, Parameter } from '../http/route.ts';

export type About = {
  readonly group: string;
  readonly family: StreamName;
  readonly name: string;
  readonly definition: CommandDefinition;
  readonly subjectName: 'meetingId' | 'accountId';
  /** True where the command makes what it is for. */
  readonly creates: boolean;
};

const stands = {
  revision: z.int().describe('Of the stream after the command.'),
  position: z.string().describe('Decimal text. A query that carries it waits until the read models have reached it.'),
  events: z
    .array(z.object({ id: z.string(), type: z.string(), revision: z.int() }))
    .describe('Empty where what was asked was true already.'),
};

const receipts = {
  meetingId: z.object({ meetingId: z.string(), ...stands }).meta({ id: 'Receipt' }),
  accountId: z.object({ accountId: z.string(), ...stands }).meta({ id: 'AccountReceipt' }),
};

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'A UUID, new for each command. Sent again with the same command it gives the first receipt and records nothing twice.',
  schema: z.uuid(),
  example: '0f8fad5b-d9cb-469f-a165-70867728950e',
};

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  description:
    'The revision the command is based on, in quotes. Answers 409 `meeting.stale-revision` where the record has moved on.',
  schema: z.string(),
  example: '"42"',
};

/** Path parameter of everything that concerns one meeting. */
export const meetingId: Parameter = {
  name: 'id',
  in: 'path',
  description: 'The meeting.',
  schema: z.string(),
  required: true,
};

/** Path parameter of everything that concerns one account. */
export const accountId: Parameter = {
  name: 'id',
  in: 'path',
  description: 'The account.',
  schema: z.string(),
  required: true,
};

/** The operation of a command. */
export function commandOperation({ group, family, name, definition, subjectName, creates }: About): Operation {
  const { summary, description, input, example, by, during } = definition;
  const people = by.filter((role) => role !== 'system').join(', ');
  const season = creates ? '' : ` While the ${family === 'account' ? 'account' : 'meeting'} is: ${during.join(', ')}.`;
  const content = { schema: receipts[subjectName] };
  const subject = family === 'account' ? accountId : meetingId;
  return {
    group,
    id: family === 'account' && !name.includes('account') ? `account-${name}` : name,
    summary,
    description: `${description}\n\nFor: ${people}.${season}`,
    parameters: creates ? [idempotencyKey] : [subject, idempotencyKey, ifMatch],
    body: { schema: input, example, required: false },
    answers: {
      ...(creates ? { 201: { description: 'It is made; Location names it.', content } } : {}),
      200: { description: creates ? 'It was there already.' : 'Done, or true already.', content },
    },
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  };
}
