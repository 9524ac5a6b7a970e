// Folding that does not depend on the order of arrival: notices from outside come late, twice and in any order, and the
// state they end in must be the same. Each function here is commutative, associative and idempotent.

import type { Instant } from './text.ts';

type Dated = { readonly at: Instant };

/** By time; things of one instant in a fixed order of their own, so that every reader sorts them alike. */
export function byTime<T extends Dated>(a: T, b: T): number {
  const difference = Date.parse(a.at) - Date.parse(b.at);
  if (difference !== 0) return difference;
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The earlier of two notices of the same thing; `known` is null where this is the first heard of it. */
export const earliest = <T extends Dated>(known: T | null, heard: T): T =>
  known !== null && byTime(known, heard) <= 0 ? known : heard;

/** The later of two notices of the same thing; `known` is null where this is the first heard of it. */
export const latest = <T extends Dated>(known: T | null, heard: T): T =>
  known !== null && byTime(known, heard) >= 0 ? known : heard;

/** The list, sorted by time, with one more entry in its place; the same list where the entry stands in it already. */
export function insertByTime<T extends Dated>(list: readonly T[], entry: T): readonly T[] {
  const place = list.findIndex((other) => byTime(other, entry) >= 0);
  if (place < 0) return [...list, entry];
  return byTime(list[place]!, entry) === 0 ? list : list.toSpliced(place, 0, entry);
}
