// What stands in the fields of a form, and what of it is sent. Everything is text or a list of texts while it is typed; it
// becomes the command's input when it is asked for, and what is empty stays away.

import type { FieldKind, FormField } from './model.ts';

export type FormValue = string | boolean | readonly string[] | readonly FormValues[] | FormValues;
export type FormValues = { readonly [name: string]: FormValue };

const EMPTY: Readonly<Record<FieldKind['is'], FormValue>> = {
  line: '',
  prose: '',
  email: '',
  'yes-no': false,
  day: '',
  instant: '',
  digest: '',
  number: '',
  minutes: '',
  one: '',
  pick: '',
  picks: [],
  lines: [],
  electorate: [],
  group: {},
  rows: [],
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** From a value of the command's input, or of what stands in the record, to what its field shows. */
export function shownIn({ kind }: Pick<FormField, 'kind'>, value: unknown): FormValue {
  if (value === null || value === undefined || value === 'all-members') return EMPTY[kind.is];
  switch (kind.is) {
    case 'minutes':
      return String(Number(value) / 60);
    case 'number':
      return String(Number(value));
    case 'yes-no':
      return value === true;
    case 'picks':
    case 'lines':
    case 'electorate':
      return Array.isArray(value) ? value.filter(isText) : [];
    case 'rows':
      return Array.isArray(value) ? value.map((row: unknown) => shownInAll(kind.fields, row)) : [];
    case 'group':
      return shownInAll(kind.fields, value);
    default:
      return isText(value) ? value : '';
  }
}

/** The same for several fields, from an object that has values under their names. */
export const shownInAll = (fields: readonly FormField[], values: unknown): FormValues =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      shownIn(field, (values as Readonly<Record<string, unknown>> | null | undefined)?.[field.name] ?? field.fallback),
    ]),
  );

/** Undefined where the field is empty: then nothing of it is sent, or null where that is what empty means. */
function given({ kind }: FormField, value: FormValue | undefined): unknown {
  switch (kind.is) {
    case 'yes-no':
      return value === true;
    case 'number':
    case 'minutes': {
      if (!isText(value) || value.trim() === '') return undefined;
      const number = Number(value.trim().replace(',', '.'));
      // What is no number is sent as it is typed, so that the schema refuses it in its own words.
      if (Number.isNaN(number)) return value;
      return kind.is === 'minutes' ? Math.round(number * 60) : number;
    }
    case 'lines': {
      const lines = Array.isArray(value) ? value.filter(isText).map((line) => line.trim()) : [];
      return lines.filter((line) => line !== '');
    }
    case 'picks':
      return Array.isArray(value) ? value : [];
    case 'electorate':
      return Array.isArray(value) && value.length > 0 ? value : undefined;
    case 'rows':
      return Array.isArray(value) ? value.map((row) => inputOf(kind.fields, row as FormValues)) : [];
    case 'group': {
      const group = inputOf(kind.fields, (value ?? {}) as FormValues);
      return Object.values(group).every((part) => part === null || part === undefined) ? undefined : group;
    }
    default:
      return isText(value) && value.trim() !== '' ? value : undefined;
  }
}

/** An empty list, and a no where the command would not have said either, say nothing. */
const saysSomething = ({ fallback }: FormField, value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== false || fallback !== undefined;

/** The same, whatever the order of the keys. */
const same = (a: FormValue | undefined, b: FormValue | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The command's input.
 * @param before what stood in the fields of a revision at first: then only what is required or differs is sent
 */
export function inputOf(
  fields: readonly FormField[],
  values: FormValues,
  before?: FormValues,
): Readonly<Record<string, unknown>> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const { name, required, nullable } = field;
    if (before && !required && same(values[name], before[name])) return [];
    const value = given(field, values[name]);
    if (value !== undefined && (required || before || saysSomething(field, value))) return [[name, value]];
    return nullable && (required || before) ? [[name, null]] : [];
  });
  return Object.fromEntries(entries);
}
