// What differs between two states of one thing: what somebody changed in a form, and what others changed meanwhile.

/** The fields in which two are not the same; compared as JSON. */
export const differingFields = <T extends object>(one: T, other: T): readonly (keyof T & string)[] =>
  (Object.keys(one) as (keyof T & string)[]).filter(
    (field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]),
  );

/** What of `changed` is not as in `base`: what a revising command is given, so that it leaves the rest to others. */
export const changesTo = <T extends object>(base: T, changed: T): Partial<T> =>
  Object.fromEntries(differingFields(base, changed).map((field) => [field, changed[field]])) as Partial<T>;
