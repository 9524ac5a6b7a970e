/**
 * Lets the bundler leave out what a page does not use of the pure packages. A slice keeps schemas, rules and folds in one
 * file; an attendee's page folds and neither validates nor decides.
 */
import type { Plugin } from 'vite';

/** Initialisers that a bundler sees through without a mark. */
const PLAIN = new Set(['Literal', 'Identifier', 'ArrowFunctionExpression', 'FunctionExpression', 'ClassExpression']);

type Span = { readonly type: string; readonly start: number; readonly end: number };
type Declaration = Span & { readonly declarations?: readonly { readonly init: Span | null }[] };
type Statement = Declaration & { readonly declaration?: Declaration | null };

/**
 * Marks the constants of pure modules as such: computing one has no effect beside its value, which no bundler can know by
 * itself of a call. What is not used of a module is then left out.
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
        const initialisers = statements
          .map((statement) => statement.declaration ?? statement)
          .flatMap(({ type, declarations }) => (type === 'VariableDeclaration' ? (declarations ?? []) : []))
          .flatMap(({ init }) => (init && !PLAIN.has(init.type) ? [init] : []));
        let marked = '';
        let written = 0;
        for (const { start, end } of initialisers) {
          marked += `${code.slice(written, start)}/* @__PURE__ */ (() => (${code.slice(start, end)}))()`;
          written = end;
        }
        return { code: marked + code.slice(written), map: null };
      },
    },
  };
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
