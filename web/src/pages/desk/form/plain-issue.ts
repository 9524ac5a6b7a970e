// What a schema finds wrong that a person would say in other words: that nothing is filled in, and that it is no number.

import type * as z from 'zod';

/** The word of the desk for it. */
export type PlainIssue = 'form.missing' | 'form.noNumber';

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], input);

/** Null where the schema's own sentence says it best. */
export function plainIssue(issue: z.core.$ZodIssue, input: unknown): PlainIssue | null {
  const value = valueAt(input, issue.path);
  if (value === undefined) return 'form.missing';
  const number = issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int');
  return number && typeof value === 'string' ? 'form.noNumber' : null;
}
