// The line of time along which a meeting is drawn. While the meeting sits, time runs evenly; what was prepared before and
// what came of it afterwards stands in a margin on either side, event by event, since weeks of silence would press the
// meeting itself together. Instants are milliseconds since 1970, places fractions of the whole width from 0 to 1.

export type Span = { readonly from: number; readonly to: number };

export type Axis = {
  /** First and last instant on the line. */
  readonly from: number;
  readonly to: number;
  /** The even part, and the places between which it lies. */
  readonly sitting: Span & { readonly start: number; readonly end: number };
  /** Instants that rise, each at its place; between two of them time runs evenly. */
  readonly times: readonly number[];
  readonly places: readonly number[];
};

/** The width of a margin; while the meeting has not begun, its preparation is most of what there is. */
const MARGIN = 0.07;
const MARGIN_BEFORE_OPENING = 0.4;

/**
 * The line of a meeting.
 * @param sitting from its beginning to its end, as planned and as held; longer than nothing
 * @param instants of all events, in any order; those within the sitting give nothing to the line
 * @param opened false while the meeting is only prepared
 */
export function axisOf(sitting: Span, instants: Iterable<number>, opened: boolean): Axis {
  const all = new Set(instants);
  const rising = [...all].filter(Number.isFinite).toSorted((a, b) => a - b);
  const before = rising.filter((instant) => instant < sitting.from);
  const after = rising.filter((instant) => instant > sitting.to);
  const start = before.length === 0 ? 0 : opened ? MARGIN : MARGIN_BEFORE_OPENING;
  const end = after.length === 0 ? 1 : 1 - MARGIN;
  const times = [...before, sitting.from, sitting.to, ...after];
  const places = [
    ...before.map((_instant, place) => (start * place) / before.length),
    start,
    end,
    ...after.map((_instant, place) => end + ((1 - end) * (place + 1)) / after.length),
  ];
  return { from: times[0]!, to: times.at(-1)!, sitting: { ...sitting, start, end }, times, places };
}

/** True where both lines lead to the same places: what happens within the sitting gives nothing to the line. */
export const isSameAxis = (one: Axis, other: Axis): boolean =>
  one.times.length === other.times.length && one.times.every((instant, place) => instant === other.times[place]);

/** The place of an instant; what lies beyond the line stands at its end. */
export const placeOf = ({ times, places }: Axis, instant: number): number => between(times, places, instant);

/** The instant at a place. */
export const instantAt = ({ times, places }: Axis, place: number): number => between(places, times, place);

/** The value that belongs to `at`, evenly between the two keys around it; both lists rise. */
function between(keys: readonly number[], values: readonly number[], at: number): number {
  let low = 0;
  let high = keys.length - 1;
  if (at <= keys[low]!) return values[low]!;
  if (at >= keys[high]!) return values[high]!;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! <= at) low = middle;
    else high = middle;
  }
  const [from, to] = [keys[low]!, keys[high]!];
  return values[low]! + ((values[high]! - values[low]!) * (at - from)) / (to - from);
}
