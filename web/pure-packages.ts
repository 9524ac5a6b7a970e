/**
 * Lets the bundler leave out what a page does not use of the pure packages. A slice keeps schemas, rules and folds in one
 * file; an attendee's page folds and neither validates nor decides.
 */
import type { Plugin } from 'vite';

/** Initialisers that a bundler sees through without a mark. */
const PLAIN = new Set(['Literal', 'Identifier', 'ArrowFunctionExpression', 'FunctionExpression', 'ClassExpression']);

/** What is looked at of a module's syntax tree (ESTree). */
type Span = { readonly type: string; readonly start: number; readonly end: number };
type Named = Span & { readonly name?: string };
type Property = Span & { readonly computed?: boolean; readonly key?: Named; readonly value?: Named };
type Pattern = Named & { readonly properties?: readonly Property[] };
type Declarator = { readonly id: Pattern; readonly init: Span | null };
type Declaration = Span & { readonly declarations?: readonly Declarator[] };
type Statement = Declaration & { readonly declaration?: Declaration | null };

const pure = (expression: string) => `/* @__PURE__ */ (() => (${expression}))()`;

/**
 * Marks the constants of pure modules as such: computing one has no effect beside its value, which no bundler can know by
 * itself of a call, nor of taking an object apart. What is not used of a module is then left out.
 * @param modules must match the paths of pure code alone
 */
export function markPure(modules: RegExp): Plugin {
  return {
    name: 'rostrum:mark-pure',
    apply: 'build',
    transform: {
      filter: { id: modules },
      handler(code) {
        const statements = this.parse(code).body as unknown as readonly Statement[];
        const declarators = statements
          .map((statement) => statement.declaration ?? statement)
          .flatMap(({ type, declarations }) => (type === 'VariableDeclaration' ? (declarations ?? []) : []));
        let marked = '';
        let written = 0;
        declarators.forEach(({ id, init }, place) => {
          if (!init || (PLAIN.has(init.type) && id.type === 'Identifier')) return;
          const value = pure(code.slice(init.start, init.end));
          marked +=
            code.slice(written, id.start) + (apart(id, value, `$apart${place}`) ?? markedWhole(code, id, value));
          written = init.end;
        });
        return { code: marked + code.slice(written), map: null };
      },
    },
  };
}

const markedWhole = (code: string, id: Pattern, value: string) => `${code.slice(id.start, id.end)} = ${value}`;

/** `const { a, b: c } = value` as constants of their own; undefined for any other pattern. */
function apart({ type, properties }: Pattern, value: string, whole: string): string | undefined {
  if (type !== 'ObjectPattern' || !properties) return undefined;
  const parts: string[] = [];
  for (const { computed, key, value: target } of properties) {
    if (computed || key?.type !== 'Identifier' || target?.type !== 'Identifier') return undefined;
    parts.push(`${target.name} = ${pure(`${whole}.${key.name}`)}`);
  }
  return [`${whole} = ${value}`, ...parts].join(', ');
}

const COPY = '?apart';

/**
 * Gives one importer its own copy of the pure packages. A module is never split between chunks: without the copy, one page
 * that needs a schema would make every page load it.
 * @param importer matches the path of the module that gets the copy
 * @param modules matches the paths of the modules that are copied
 */
export function keepApart(importer: RegExp, modules: RegExp): Plugin {
  return {
    name: 'rostrum:keep-apart',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, from) {
      if (from === undefined || !(importer.test(from) || from.endsWith(COPY))) return null;
      const found = await this.resolve(source, from.replace(COPY, ''), { skipSelf: true });
      return found && modules.test(found.id) ? found.id + COPY : found;
    },
  };
}
