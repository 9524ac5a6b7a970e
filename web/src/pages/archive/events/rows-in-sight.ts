// A list of thousands of rows of one height: which of them are in sight, and where the list must stand to show one.

export type Rows = { readonly first: number; readonly last: number };

/** Rows drawn beyond either edge, so that nothing is blank while the list is moved. */
const BEYOND = 8;

/** The rows to draw, `last` excluded. All in pixels. */
export function rowsInSight(count: number, row: number, top: number, height: number): Rows {
  const first = Math.max(0, Math.floor(top / row) - BEYOND);
  const last = Math.min(count, Math.ceil((top + height) / row) + BEYOND);
  return { first: Math.min(first, last), last };
}

/** Where the list must stand for a row to be in sight: where it stands, or with the row in its middle. */
export function topShowing(place: number, row: number, top: number, height: number): number {
  const inSight = place * row >= top && (place + 1) * row <= top + height;
  return inSight ? top : Math.max(0, place * row - (height - row) / 2);
}

/** The place in a rising list of the last value that is at most the limit; -1 where there is none. */
export function lastUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
