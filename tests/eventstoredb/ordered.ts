// Finds where something begins to hold in what is ordered.

/** Index of the first for which `holds`, where it holds for all after it as well; the length where it holds for none. */
export function indexWhere<T>(ordered: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(ordered[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
