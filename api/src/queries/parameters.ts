// Parameters that several queries share, as the documentation tells of them, and their reading.

import { instant } from '@rostrum/events';
import * as z from 'zod';
import { parseInput } from '../commands/input.ts';
import type { AppContext } from '../http/context.ts';
import type { Parameter } from '../http/route.ts';

export const at: Parameter = {
  name: 'at',
  in: 'query',
  description:
    'The meeting as it stood then: an RFC 3339 instant, or a revision of its stream. The rights are those the caller has today.',
  schema: z.string(),
  example: '2021-05-26T09:30:00+08:00',
};

export const position: Parameter = {
  name: 'position',
  in: 'query',
  description: 'The position that a command answered: the query waits until it can tell of it.',
  schema: z.string(),
  example: '1042',
};

/** What every list takes. */
const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('Rows in a page.'),
  offset: z.coerce.number().int().min(0).default(0).describe('Rows before the page.'),
};

export const words = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text || undefined)
  .optional();
export const since = instant.optional();

/** A list's query, strict: what is not in the shape is refused. `position` is read elsewhere. */
export const listQuery = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...shape, ...paging, position: z.string().optional() });

/**
 * The query of a request.
 * @throws Problem 400 or 422
 */
export function readQuery<T extends z.ZodType>(c: AppContext, schema: T): z.output<T> {
  return parseInput(schema, c.req.query());
}

/** The parameters that a list's query takes. */
export function parametersOf(schema: z.ZodObject): readonly Parameter[] {
  return Object.entries(schema.shape).map(([name, field]) =>
    name === 'position'
      ? position
      : {
          name,
          in: 'query',
          description: (field as z.ZodType).description ?? DESCRIPTIONS[name] ?? '',
          schema: field as z.ZodType,
        },
  );
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  status: 'Only meetings in this status; several are separated by commas.',
  form: 'Only in this form; several are separated by commas.',
  organisation: 'Only of this organisation, as it is written.',
  counts: 'Also how many meetings each status, form and organisation would bring.',
  from: 'From this instant on.',
  to: 'Before this instant.',
  q: 'Words to look for, in any case; any part of a Chinese text.',
  order: 'By planned start.',
  meetingId: 'Only of this meeting.',
  category: 'Only of this category.',
  standing: 'Only in this standing.',
  dueBy: 'Due on or before this day.',
  respondent: 'Addressed to this unit or name, or to a unit above it.',
  kind: 'Persons, or bodies that are present as a body.',
};
