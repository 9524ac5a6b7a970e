// The units of a roster in order: those above before those below, each level as the language sorts.

const STROKE = ' / ';

/** Compares paths of units, `CASIC / Headquarters`, level by level. @param compare puts the names of one level in order */
export const pathsBy = (compare: (one: string, other: string) => number) => (a: string, b: string) => {
  const [one, other] = [a.split(STROKE), b.split(STROKE)];
  const differs = one.findIndex((part, place) => part !== other[place]);
  if (differs < 0) return one.length - other.length;
  return other[differs] === undefined ? 1 : compare(one[differs]!, other[differs]);
};

/** Every unit with the units above it, each once, in order. */
export function unitPaths(units: readonly string[], compare: (one: string, other: string) => number): string[] {
  const paths = units.flatMap((unit) =>
    unit.split(STROKE).map((_part, place, parts) => parts.slice(0, place + 1).join(STROKE)),
  );
  return [...new Set(paths)].toSorted(pathsBy(compare));
}
