// What a page will need is named in the head of its answer (RFC 8288), so that over a slow line its scripts and styles are
// asked for at once, and not one after another as each is found to need the next. Only the attendee's page is worth it:
// three hundred open it in the same minute, on whatever line they have.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Vite's build manifest: a module or chunk by its name, with the files it became and what it imports at once. */
type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] };
type Manifest = Readonly<Record<string, Chunk>>;

/** What the room loads, beside the words of its language. */
const room = ['index.html', 'src/app.tsx', 'src/pages/meeting/layout.tsx', 'src/pages/room/page.tsx'];

/** Addresses of pages, and the modules that each loads. */
const pages: readonly { readonly path: RegExp; readonly modules: readonly string[]; readonly signedIn: boolean }[] = [
  { path: /^\/meetings\/[^/]+\/room$/, modules: room, signedIn: true },
  {
    path: /^\/join$/,
    modules: ['src/pages/doors/layout.tsx', 'src/pages/doors/join.tsx', ...room],
    signedIn: false,
  },
];

const dictionaries = {
  en: ['src/i18n/languages/en.ts', 'src/i18n/en/room.ts'],
  'zh-CN': ['src/i18n/languages/zh-CN.ts', 'src/i18n/zh-CN/room.ts'],
} as const;

/** The language that the page will most likely choose; where the reader has chosen another one, two files too many. */
const languageOf = (acceptLanguage: string) =>
  /(?:^|,)\s*(en|zh)\b/i.exec(acceptLanguage)?.[1]?.toLowerCase() === 'zh' ? 'zh-CN' : 'en';

/** Who is here: the page asks it before anything else. */
const SESSION = '</api/session>; rel=preload; as=fetch; crossorigin';

/** The value of the `Link` header of a page; undefined where there is nothing to name. */
export type Ahead = (path: string, acceptLanguage: string) => Promise<string | undefined>;

/** @param root folder of the build; without a manifest nothing is named */
export function namedAhead(root: string): Ahead {
  let reading: Promise<Manifest | null> | undefined;
  const manifest = (): Promise<Manifest | null> =>
    (reading ??= readFile(join(root, '.vite', 'manifest.json'), 'utf8').then(
      (text) => JSON.parse(text) as Manifest,
      () => {
        reading = undefined;
        return null;
      },
    ));
  return async (path, acceptLanguage) => {
    const page = pages.find((one) => one.path.test(path));
    const built = page && (await manifest());
    if (!built) return undefined;
    const files = filesOf(built, [...page.modules, ...dictionaries[languageOf(acceptLanguage)]]);
    return [
      ...files.map((file) =>
        file.endsWith('.css') ? `</${file}>; rel=preload; as=style; crossorigin` : `</${file}>; rel=modulepreload`,
      ),
      ...(page.signedIn ? [SESSION] : []),
    ].join(', ');
  };
}

/** Every file that the modules load at once, each once; a module that this build does not have loads nothing. */
function filesOf(manifest: Manifest, modules: readonly string[]): readonly string[] {
  const files = new Set<string>();
  const collect = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.css?.forEach((file) => files.add(file));
    chunk.imports?.forEach(collect);
  };
  modules.forEach(collect);
  return [...files];
}
