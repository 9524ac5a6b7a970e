// A JSON Schema of an object as rows for a reader: name, type, whether it is needed, and what is said of it.

import type { JsonObject } from './document.ts';

export type Field = { readonly name: string; readonly type: string; readonly required: boolean; readonly note: string };

/** The fields of an object's schema; those of lists of objects beneath them, as `rows[].name`. Two levels deep. */
export function fieldsOf(schema: JsonObject, components: JsonObject, prefix = '', depth = 0): readonly Field[] {
  const { properties = {}, required = [] } = resolved(schema, components) as {
    readonly properties?: Record<string, JsonObject>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).flatMap(([key, given]) => {
    const property = resolved(given, components);
    const name = `${prefix}${key}`;
    const items =
      property['type'] === 'array'
        ? resolved((property['items'] as JsonObject | undefined) ?? {}, components)
        : undefined;
    const inner = items?.['properties'] && depth < 2 ? fieldsOf(items, components, `${name}[].`, depth + 1) : [];
    return [
      { name, type: typeOf(property, components), required: required.includes(key), note: noteOf(property) },
      ...inner,
    ];
  });
}

function resolved(schema: JsonObject, components: JsonObject): JsonObject {
  const { $ref } = schema as { readonly $ref?: string };
  return $ref === undefined ? schema : ((components[$ref.split('/').at(-1)!] as JsonObject | undefined) ?? {});
}

function typeOf(schema: JsonObject, components: JsonObject): string {
  const property = resolved(schema, components);
  const choices = (property['anyOf'] ?? property['oneOf']) as readonly JsonObject[] | undefined;
  if (choices) return [...new Set(choices.map((choice) => typeOf(choice, components)))].join(' or ');
  if (property['const'] !== undefined) return JSON.stringify(property['const']);
  if (Array.isArray(property['enum'])) return property['enum'].map((value) => JSON.stringify(value)).join(' or ');
  if (property['type'] === 'array')
    return `list of ${typeOf((property['items'] as JsonObject | undefined) ?? {}, components)}`;
  return typeof property['type'] === 'string' ? property['type'] : 'any';
}

const LIMITS: readonly (readonly [keyword: string, words: (value: unknown) => string])[] = [
  ['minimum', (value) => `from ${String(value)}`],
  ['maximum', (value) => `to ${String(value)}`],
  ['maxLength', (value) => `at most ${String(value)} characters`],
  ['maxItems', (value) => `at most ${String(value)}`],
  ['format', (value) => String(value)],
  ['default', (value) => `${JSON.stringify(value)} where left out`],
];

/** What every whole number of JSON is held to says nothing to a reader. */
const isNoLimit = (value: unknown) => typeof value === 'number' && Math.abs(value) === Number.MAX_SAFE_INTEGER;

function noteOf(property: JsonObject): string {
  const limits = LIMITS.filter(([keyword]) => property[keyword] !== undefined && !isNoLimit(property[keyword])).map(
    ([keyword, words]) => words(property[keyword]),
  );
  const description = typeof property['description'] === 'string' ? [property['description']] : [];
  return [...description, ...(limits.length > 0 ? [limits.join(', ')] : [])].join(' ');
}
