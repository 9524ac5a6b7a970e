// The single moments of a meeting as signs: those of one kind that stand upon each other become one with a count, and
// those that would touch stand in rows above each other.

import type { Mark, MarkKind, Timeline } from '@rostrum/projections';
import type { Scale } from '../axis/stretch.ts';

/** A vote that was closed is a moment of its own. */
export type SignKind = Exclude<MarkKind, 'opened' | 'closed'> | 'vote';

export type Sign = { readonly kind: SignKind; readonly at: string; readonly label: string };

export type PlacedSign = {
  readonly kind: SignKind;
  readonly x: number;
  /** Counted from 0, the lowest row first. */
  readonly row: number;
  /** At least one. */
  readonly signs: readonly Sign[];
};

/** Pixels that a sign takes with the space around it, and with a count beside it. */
export const SIGN = 14;
const COUNTED = 26;

const isSign = (mark: Mark): mark is Mark & { readonly kind: SignKind } =>
  mark.kind !== 'opened' && mark.kind !== 'closed';

/** The signs of a meeting in the order of time. */
export function signsOf({ marks, votes }: Pick<Timeline, 'marks' | 'votes'>): readonly Sign[] {
  const signs: readonly Sign[] = [
    ...marks.filter(isSign).map(({ kind, at, label }) => ({ kind, at, label })),
    ...votes.flatMap(({ to, title }) => (to === null ? [] : [{ kind: 'vote' as const, at: to, label: title }])),
  ];
  return signs.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The signs in sight, each in the lowest row in which it touches no other. */
export function placedSigns(signs: readonly Sign[], { x, width }: Scale): readonly PlacedSign[] {
  const groups = new Map<SignKind, { readonly kind: SignKind; readonly x: number; readonly signs: Sign[] }[]>();
  for (const sign of signs) {
    const place = x(Date.parse(sign.at));
    if (place < -SIGN || place > width + SIGN) continue;
    const ofKind = groups.get(sign.kind) ?? [];
    groups.set(sign.kind, ofKind);
    const last = ofKind.at(-1);
    if (last && place - last.x < SIGN) last.signs.push(sign);
    else ofKind.push({ kind: sign.kind, x: place, signs: [sign] });
  }
  const ends: number[] = [];
  return [...groups.values()]
    .flat()
    .toSorted((a, b) => a.x - b.x)
    .map((group) => {
      const free = ends.findIndex((end) => end <= group.x - SIGN / 2);
      const row = free < 0 ? ends.length : free;
      ends[row] = group.x + (group.signs.length > 1 ? COUNTED : SIGN / 2);
      return { ...group, row };
    });
}
