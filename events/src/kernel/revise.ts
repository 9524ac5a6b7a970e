// Commands that replace what is given of a thing and leave the rest. What is undefined is not given. Whoever revises may
// say what they saw, so that what somebody else changed meanwhile is never written over unseen.

import { reject } from './decision.ts';
import type { Rejection } from './decision.ts';

/** Some of the values of a `T`. */
export type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** True where something given is other than it stands; compared as JSON. */
export const differs = <T extends object>(known: T, given: Given<T>): boolean =>
  (Object.keys(given) as (keyof T)[]).some((key) => given[key] !== undefined && isOther(known[key], given[key]));

const isOther = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** The thing with what is given in its place. */
export const revised = <T extends object>(known: T, given: Given<T>): T => ({
  ...known,
  ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>),
});

/**
 * The refusal of a revision that would write over what somebody else changed after the reviser looked; undefined where it
 * does not: nothing is said about what was seen, it still stands so, or both want the same.
 * @param seen the values that the reviser saw of what they give
 */
export function overtaken<T extends object>(
  known: T,
  given: Given<T>,
  seen: Given<T> | undefined,
): Rejection | undefined {
  const fields = (Object.keys(seen ?? {}) as (keyof T & string)[]).filter(
    (field) =>
      given[field] !== undefined &&
      seen?.[field] !== undefined &&
      isOther(known[field], seen[field]) &&
      isOther(known[field], given[field]),
  );
  if (fields.length === 0) return undefined;
  const message = `Somebody else has changed this meanwhile: ${fields.join(', ')}. Look at what stands there now, then revise it again.`;
  return reject.conflict('revision.overtaken', message, { fields });
}

/** How commands describe what was seen. */
export const SEEN =
  'With `seen`, the values that were there when the revision was begun, it is refused where somebody else has changed one of them meanwhile.';
