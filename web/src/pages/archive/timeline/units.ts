// Which units speak, told apart by pattern: as deep in the tree of units as there are patterns for.

import { spokenSecondsOf } from '@rostrum/events';
import type { MeetingState } from '@rostrum/events';
import { speechesOf } from '@rostrum/projections';

/** How many patterns there are; what is beyond shares the last one. */
export const PATTERNS = 6;

export type SpeakingUnit = { readonly unit: string; readonly pattern: number };

export type UnitPatterns = {
  /** Those who speak longest first; the rest shares the last pattern and has no name. */
  readonly units: readonly SpeakingUnit[];
  readonly patternOf: (rosterId: string) => number;
};

const SEPARATOR = ' / ';
const above = (unit: string, depth: number) => unit.split(SEPARATOR).slice(0, depth).join(SEPARATOR);

/** The patterns of the units that speak in a meeting. */
export function unitPatterns(meeting: MeetingState, at: string): UnitPatterns {
  const unitOf = ({ roster }: MeetingState, rosterId: string) =>
    (roster.attendees.get(rosterId) ?? roster.delegations.get(rosterId))?.unit ?? '';
  const seconds = new Map<string, number>();
  for (const speech of speechesOf(meeting)) {
    const unit = unitOf(meeting, speech.speakerId);
    seconds.set(unit, (seconds.get(unit) ?? 0) + spokenSecondsOf(speech, at));
  }
  const paths = [...seconds.keys()];
  const deepest = Math.max(1, ...paths.map((path) => path.split(SEPARATOR).length));
  let depth = deepest;
  while (depth > 1 && new Set(paths.map((path) => above(path, depth))).size > PATTERNS) depth -= 1;

  const grouped = new Map<string, number>();
  for (const [path, spoken] of seconds) {
    const unit = above(path, depth);
    grouped.set(unit, (grouped.get(unit) ?? 0) + spoken);
  }
  const units = [...grouped]
    .toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([unit], place) => ({ unit, pattern: Math.min(place, PATTERNS - 1) }));
  const patterns = new Map(units.map(({ unit, pattern }) => [unit, pattern]));
  return { units, patternOf: (rosterId) => patterns.get(above(unitOf(meeting, rosterId), depth)) ?? 0 };
}
