// What the catalogue says about an input before it is sent, in the form in which the server says it: by path.

import type * as z from 'zod';
import type { InputError } from '../../../api/problem.ts';

/**
 * What is wrong with an input, the first thing at each path; empty where nothing is.
 * @param sentences by path, in place of the schema's own
 */
export function inputErrors(
  schema: z.ZodType,
  input: unknown,
  sentences: Readonly<Record<string, string>> = {},
): readonly InputError[] {
  const parsed = schema.safeParse(input);
  if (parsed.success) return [];
  const found = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    const at = pathText(path);
    if (!found.has(at)) found.set(at, sentences[at] ?? message);
  }
  return Array.from(found, ([path, message]) => ({ path, message }));
}

/** `recipients[0].name`, as the server writes it. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
    '',
  );

/** True where an error belongs to a field: at its path, or inside of it. */
export const isAt = ({ path }: InputError, field: string): boolean =>
  path === field || path.startsWith(`${field}[`) || path.startsWith(`${field}.`);
