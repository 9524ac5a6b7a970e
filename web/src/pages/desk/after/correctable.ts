// What of an event can be corrected: each value in its data by its path, as `points[0]`. What names other things of the
// record, and when it was written, is left as it is.

export type Correctable = { readonly path: string; readonly value: string };

const isId = (name: string): boolean => name.endsWith('Id') || name === 'at' || name === 'sha256';

/** The values in an event's data, by path, in their order. */
export function correctableIn(data: unknown, path = ''): readonly Correctable[] {
  if (data === null || data === undefined || data === '') return [];
  if (Array.isArray(data)) return data.flatMap((part: unknown, place) => correctableIn(part, `${path}[${place}]`));
  if (typeof data === 'object')
    return Object.entries(data).flatMap(([name, part]) =>
      isId(name) ? [] : correctableIn(part, path === '' ? name : `${path}.${name}`),
    );
  return typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean'
    ? [{ path, value: String(data) }]
    : [];
}
