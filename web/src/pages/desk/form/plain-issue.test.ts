import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { plainIssue } from './plain-issue.ts';

const schema = z.strictObject({
  choice: z.enum(['for', 'against']),
  text: z.string().min(3, 'Must not be that short.'),
  count: z.int().min(0),
  rows: z.array(z.strictObject({ name: z.string() })),
});

const found = (input: object) =>
  (schema.safeParse(input).error?.issues ?? []).map((issue) => [issue.path.join('.'), plainIssue(issue, input)]);

describe('what a schema finds wrong', () => {
  it('is missing where nothing is filled in, whatever was expected', () => {
    expect(found({ rows: [{}] })).toEqual([
      ['choice', 'form.missing'],
      ['text', 'form.missing'],
      ['count', 'form.missing'],
      ['rows.0.name', 'form.missing'],
    ]);
  });

  it('is no number where letters stand for one', () => {
    expect(found({ choice: 'for', text: 'long', count: 'two', rows: [] })).toEqual([['count', 'form.noNumber']]);
  });

  it('is said by the schema otherwise', () => {
    expect(found({ choice: 'for', text: 'no', count: -1, rows: [] })).toEqual([
      ['text', null],
      ['count', null],
    ]);
  });
});
