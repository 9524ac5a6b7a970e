// Zod schemas as JSON Schema (draft 2020-12, which OpenAPI 3.1 takes as it is). Those with a name are written once, under
// components, and referred to.

import * as z from 'zod';
import type { JsonObject } from './document.ts';

export class SchemaBook {
  readonly #components = new Map<string, JsonObject>();

  /**
   * The JSON Schema of a schema, or a reference where it has an id.
   * @param io what is sent to the API (`input`, before defaults and trimming) or what it answers (`output`)
   */
  schema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
    const name = schema.meta()?.id;
    if (name !== undefined && this.#components.has(name)) return reference(name);
    const written = z.toJSONSchema(schema, { io, unrepresentable: 'any', cycles: 'ref' }) as Record<string, unknown>;
    const { $schema: _dialect, $defs = {}, id: _id, ...own } = written;
    for (const [key, definition] of Object.entries($defs as Record<string, JsonObject>)) this.#keep(key, definition);
    if (name === undefined) return pointed(own) as JsonObject;
    this.#keep(name, own);
    return reference(name);
  }

  /** Every named schema, in the order of their names. */
  components(): JsonObject {
    return Object.fromEntries([...this.#components].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  #keep(name: string, schema: JsonObject): void {
    const { id: _id, ...rest } = schema;
    this.#components.set(name, pointed(rest) as JsonObject);
  }
}

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** References into a schema's own definitions, pointed at the components instead. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : pointed(inner),
    ]),
  );
}
