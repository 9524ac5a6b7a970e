// From the body of a request to the validated data of a command, or a problem that names every field at fault. What was
// sent is never repeated in the answer: it may be long, hostile or secret.

import type { z } from 'zod';
import { Problem } from '../http/problem.ts';
import type { InputError } from '../http/problem.ts';

type Issue = z.core.$ZodIssue;

/** Faults told at most; a body with more has them all from one cause. */
const MAX_ERRORS = 50;

/**
 * The data as its schema gives it, defaults filled in.
 * @throws Problem 400 `request.malformed` where fields are unknown, missing or of the wrong type; 422 `request.invalid` where values make no sense
 */
export function parseInput<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw problemOfIssues(parsed.error.issues);
}

/** The same for a query or any other text: every fault is one of values. */
export function problemOfIssues(issues: readonly Issue[]): Problem {
  const flat = issues.slice(0, MAX_ERRORS).flatMap(innermost);
  const malformed = flat.some(isOfShape);
  const errors = flat.slice(0, MAX_ERRORS).map(inputError);
  return malformed
    ? new Problem(
        400,
        'request.malformed',
        'The request has unknown, missing or wrongly typed fields. Correct those that are listed.',
        { errors },
      )
    : new Problem(422, 'request.invalid', 'Some values cannot be used. Correct those that are listed.', { errors });
}

/** Of a choice between shapes, the faults of the branch that came closest: the one with the fewest. */
function innermost(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0]!;
  return closest.length === 0
    ? [issue]
    : closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(innermost);
}

const isOfShape = ({ code }: Issue) =>
  code === 'invalid_type' || code === 'unrecognized_keys' || code === 'invalid_key';

function inputError(issue: Issue): InputError {
  const path = pathOf(issue.path);
  if (issue.code !== 'unrecognized_keys') return { path, message: sentence(issue.message) };
  const named = issue.keys.filter((key) => PLAIN.test(key)).slice(0, 10);
  const all = named.length === issue.keys.length ? named : [...named, '…'];
  return {
    path,
    message: `Unknown ${issue.keys.length === 1 ? 'field' : 'fields'}${named.length === 0 ? '' : `: ${all.join(', ')}`}. Remove what is not in the schema.`,
  };
}

const PLAIN = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

const sentence = (message: string) => (/[.!?…]$/.test(message) ? message : `${message}.`);

/** `venues[2].name`. A key that is no plain word is left out of it. */
function pathOf(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else text += `${text === '' ? '' : '.'}${typeof key === 'string' && PLAIN.test(key) ? key : '?'}`;
  }
  return text;
}
