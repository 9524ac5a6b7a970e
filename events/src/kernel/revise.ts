// Commands that replace what is given of a thing and leave the rest. What is undefined is not given.

/** Some of the values of a `T`. */
export type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** True where something given is other than it stands; compared as JSON. */
export const differs = <T extends object>(known: T, given: Given<T>): boolean =>
  (Object.keys(given) as (keyof T)[]).some(
    (key) => given[key] !== undefined && JSON.stringify(known[key]) !== JSON.stringify(given[key]),
  );

/** The thing with what is given in its place. */
export const revised = <T extends object>(known: T, given: Given<T>): T => ({
  ...known,
  ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>),
});
