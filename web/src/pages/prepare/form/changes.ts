// What differs between two states of one thing: what somebody changed in a form, and what others changed meanwhile.

/** As JSON, in which what was typed for a number and is none would be null. */
const compared = (value: unknown): string => (Number.isNaN(value) ? 'NaN' : JSON.stringify(value));

/** True where two values are the same, lists and objects by their content. */
export const isSame = (one: unknown, other: unknown): boolean => compared(one) === compared(other);

/** The fields in which two are not the same, lists and objects by their content. */
export const differingFields = <T extends object>(one: T, other: T): readonly (keyof T & string)[] =>
  (Object.keys(one) as (keyof T & string)[]).filter((field) => !isSame(one[field], other[field]));

/** What of `changed` is not as in `base`: what a revising command is given, so that it leaves the rest to others. */
export const changesTo = <T extends object>(base: T, changed: T): Partial<T> =>
  Object.fromEntries(differingFields(base, changed).map((field) => [field, changed[field]])) as Partial<T>;
