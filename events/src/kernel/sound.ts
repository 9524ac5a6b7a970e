// Whether data have the form that a schema describes: what a fold rests on. As strict as the schema itself, save in the
// wording of texts (how long, which characters): those rules are for what people type today and may be tightened, while
// what was once recorded stays readable. Compiled once for each schema, since a whole record is looked at when it is read.

import type * as z from 'zod';

/** True where the value has the form. */
export type Form = (value: unknown) => boolean;

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];
type Making<T extends Def['type']> = (def: Extract<Def, { type: T }>, schema: Schema) => Form;

const defOf = (schema: Schema): Def => (schema as z.core.$ZodTypes)._zod.def;
const checksOf = (def: Pick<Def, 'checks'>): readonly z.core.$ZodCheckDef[] =>
  (def.checks ?? []).map((check) => check._zod.def);

/** The form of what a schema gives out. */
export function formOf(schema: Schema): Form {
  const def = defOf(schema);
  const make = makings[def.type] as ((def: Def, schema: Schema) => Form) | undefined;
  return make === undefined ? asSchemaSays(schema) : make(def, schema);
}

/** What is rare among events is left to the schema itself. */
const asSchemaSays =
  (schema: Schema): Form =>
  (value) =>
    (schema as z.ZodType).safeParse(value).success;

const makings: { readonly [T in Def['type']]?: Making<T> } = {
  object: ({ shape, catchall }, schema) => {
    if (catchall === undefined || defOf(catchall).type !== 'never') return asSchemaSays(schema);
    const fields = Object.entries(shape).map(([name, field]) => [name, formOf(field)] as const);
    return (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      for (const [name, holds] of fields) {
        if (!Object.hasOwn(value, name) || !holds((value as Readonly<Record<string, unknown>>)[name])) return false;
      }
      return Object.keys(value).length === fields.length;
    };
  },
  array: (def) => {
    const holds = formOf(def.element);
    const hasLength = lengthOf(checksOf(def));
    return (value) => Array.isArray(value) && hasLength(value.length) && value.every((element) => holds(element));
  },
  nullable: ({ innerType }) => {
    const holds = formOf(innerType);
    return (value) => value === null || holds(value);
  },
  enum: ({ entries }) => {
    const values = new Set<unknown>(Object.values(entries));
    return (value) => values.has(value);
  },
  number: (def, schema) => {
    const isInteger = 'format' in def && def.format === 'safeint';
    const bounds = checksOf(def).map(boundOf);
    if (!isInteger || bounds.includes(null)) return asSchemaSays(schema);
    return (value) => Number.isSafeInteger(value) && bounds.every((holds) => holds!(value as number));
  },
  boolean: () => (value) => typeof value === 'boolean',
  // What was recorded came out of the pipe; what a transformation makes has the form of what it was given.
  pipe: (def) => formOf(defOf(def.out).type === 'transform' ? def.in : def.out),
  string: (def, schema) => {
    const checks = checksOf(def);
    if (checks.some(({ check }) => check === 'max_length')) return (value) => typeof value === 'string';
    const format =
      'format' in def ? def : checks.length === 1 && checks[0]!.check === 'string_format' ? checks[0]! : null;
    const { pattern } = (format ?? {}) as { readonly pattern?: RegExp | undefined };
    if (pattern === undefined) return asSchemaSays(schema);
    return (value) => typeof value === 'string' && pattern.test(value);
  },
};

/** Whether a number is within a bound; null for a check of another kind. */
function boundOf(check: z.core.$ZodCheckDef): ((value: number) => boolean) | null {
  const { value: bound, inclusive } = check as { readonly value?: unknown; readonly inclusive?: boolean };
  if (typeof bound !== 'number') return null;
  if (check.check === 'greater_than') return (value) => value > bound || (inclusive === true && value === bound);
  if (check.check === 'less_than') return (value) => value < bound || (inclusive === true && value === bound);
  return null;
}

/** How many elements there must be: a fold may look for the second of two, never for the last of at most fifty. */
function lengthOf(checks: readonly z.core.$ZodCheckDef[]): (length: number) => boolean {
  const least = checks.reduce((most, check) => Math.max(most, minimumOf(check)), 0);
  return (length) => length >= least;
}

function minimumOf(check: z.core.$ZodCheckDef): number {
  if (check.check === 'min_length') return (check as z.core.$ZodCheckMinLengthDef).minimum;
  return check.check === 'length_equals' ? (check as z.core.$ZodCheckLengthEqualsDef).length : 0;
}
