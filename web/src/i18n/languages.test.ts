// That the pages speak each language in whole, and that one more is one more file.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fields } from './en/fields.ts';
import type { AreaName, LanguageFile } from './language-file.ts';
import { chooseLanguage, languageName, languages, languagesIn, shortLanguageName } from './languages.ts';
import type { Entry } from './words.ts';

const english = await languages.get('en')!();
const areaNames = Object.keys(english.areas) as AreaName[];

/** Every word of a language, by where it is used. */
async function wordsOf({ words, areas }: LanguageFile): Promise<ReadonlyMap<string, Readonly<Record<string, Entry>>>> {
  const each = areaNames.map(async (name) => [name, await areas[name]()] as const);
  return new Map<string, Readonly<Record<string, Entry>>>([['every page', words], ...(await Promise.all(each))]);
}

const sentencesOf = (entry: Entry): readonly string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const slotsOf = (entry: Entry | undefined) =>
  new Set(sentencesOf(entry ?? '').flatMap((text) => Array.from(text.matchAll(/\{(\w+)\}/g), ([, slot]) => slot)));

describe.each([...languages.keys()])('%s', async (tag) => {
  const reference = await wordsOf(english);
  const spoken = await wordsOf(await languages.get(tag)!());

  it.each([...reference.keys()])('says everything there is to say: %s', (area) => {
    expect(Object.keys(spoken.get(area)!).toSorted()).toEqual(Object.keys(reference.get(area)!).toSorted());
  });

  it.each([...reference.keys()])('fills the same slots and leaves no entry empty: %s', (area) => {
    const slots = (of: Readonly<Record<string, Entry>>) =>
      Object.keys(reference.get(area)!).map((key) => [key, slotsOf(of[key])]);
    expect(slots(spoken.get(area)!)).toEqual(slots(reference.get(area)!));
    const poor = Object.entries(spoken.get(area)!).filter(([, entry]) =>
      sentencesOf(entry).some((text) => text.trim() === '' || /[!！]/.test(text)),
    );
    expect(poor).toEqual([]);
  });
});

describe('one more language', () => {
  const made: LanguageFile = { words: english.words, areas: english.areas };
  const spoken = languagesIn({
    './languages/en.ts': async () => english,
    './languages/zh-CN.ts': languages.get('zh-CN')!,
    './languages/pt-BR.ts': async () => made,
  });

  it('is found by its file, under its tag', async () => {
    expect([...spoken.keys()]).toEqual(['en', 'zh-CN', 'pt-BR']);
    expect(await spoken.get('pt-BR')!()).toBe(made);
  });

  it('is called as it calls itself', () => {
    expect(['en', 'zh-CN', 'zh-TW', 'pt-BR', 'fr', 'ja'].map(languageName)).toEqual([
      'English',
      '简体中文',
      '繁體中文',
      'português',
      'français',
      '日本語',
    ]);
    expect(['en', 'zh-CN', 'pt-BR', 'ja'].map(shortLanguageName)).toEqual(['EN', '中文', 'PT', '日本語']);
  });

  it.each([
    ['the very one', ['pt-BR', 'en'], 'pt-BR'],
    ['one near it', ['pt-PT', 'en'], 'pt-BR'],
    ['the first that is spoken', ['de-CH', 'zh-Hant-TW', 'en'], 'zh-CN'],
    ['English where none is', ['de', 'not a tag', ''], 'en'],
    ['English where nothing is asked for', [], 'en'],
  ])('is chosen for a reader who asks for %s', (_, asked, chosen) => {
    expect(chooseLanguage(spoken, asked)).toBe(chosen);
  });
});

describe('the English words', () => {
  const web = join(import.meta.dirname, '..');
  const sources = (readdirSync(web, { recursive: true }) as string[])
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !name.startsWith('i18n/'))
    .map((name) => readFileSync(join(web, name), 'utf8'))
    .concat(
      ['language', 'refusals', 'input-sentences'].map((name) =>
        readFileSync(join(web, 'i18n', name === 'language' ? 'language.tsx' : `${name}.ts`), 'utf8'),
      ),
    )
    .join('\n');
  /** What keys that are put together begin with: `` t(`role.${role}`) ``. */
  const beginnings = Array.from(sources.matchAll(/`([\w.-]+\.)\$\{/g), ([, beginning]) => beginning!);

  it('are all said somewhere', async () => {
    // What fields and their values are called is asked for by the catalogue (`fields.test.ts`).
    const all = [...(await wordsOf(english)).values()]
      .flatMap((words) => Object.keys(words))
      .filter((key) => !Object.hasOwn(fields, key));
    const unsaid = all.filter(
      (key) =>
        !sources.includes(`'${key}'`) &&
        !sources.includes(`\`${key}`) &&
        !beginnings.some((start) => key.startsWith(start)),
    );
    expect(unsaid).toEqual([]);
  });
});
