// HTML from templates in which every value is escaped unless it is markup itself.

/** Markup that is safe to put into a page as it stands. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Markup from text that is trusted as it stands. */
export const raw = (text: string): Markup => new Markup(text);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an attribute in quotes, or anywhere else. */
export const attribute = (text: string): Markup =>
  raw(text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!));

/**
 * A template whose texts and numbers are escaped; lists are joined, markup stays, all else is left out.
 *
 * @example
 * markup`<p>${'1 < 2'}</p>`.text; // <p>1 &lt; 2</p>
 */
export function markup(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  return raw(
    strings.reduce((text, part, index) => text + part + (index < values.length ? written(values[index]) : ''), ''),
  );
}

function written(value: unknown): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(written).join('\n');
  return typeof value === 'string' || typeof value === 'number' ? attribute(String(value)).text : '';
}
