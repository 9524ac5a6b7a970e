import { describe, expect, it } from 'vitest';
import { en } from '../../../i18n/en.ts';
import { desk as english } from '../../../i18n/en/desk.ts';
import { fields as englishFields } from '../../../i18n/en/fields.ts';
import { commandTitles } from '../../../i18n/zh-CN/command-titles.ts';
import { desk as chinese } from '../../../i18n/zh-CN/desk.ts';
import { fields as chineseFields } from '../../../i18n/zh-CN/fields.ts';
import { commandBook } from '../../../meeting/command-book.ts';
import { fieldsOfCommand } from '../../../meeting/form/model.ts';
import { fieldKey, pathsOf, valueKey } from './field-key.ts';

const book = [...commandBook.values()];
const all = book.flatMap(({ name }) => pathsOf(fieldsOfCommand(name)).map((field) => ({ name, ...field })));
const own: ReadonlySet<string> = new Set(Object.keys({ ...english, ...englishFields }));
const shared: ReadonlySet<string> = new Set(Object.keys(en));
const slots = (entry: string | object): ReadonlySet<string> =>
  new Set([...JSON.stringify(entry).matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot ?? ''));
const alphabetical = (words: Iterable<string>) => [...words].toSorted((a, b) => (a < b ? -1 : 1));

describe('the words of the desk', () => {
  it('name every field of every command', () => {
    const missing = all.map(({ name, path }) => `field.${fieldKey(name, path)}`).filter((key) => !own.has(key));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('name every value that can be chosen', () => {
    const missing = all.flatMap(({ name, path, kind }) =>
      kind.is === 'one'
        ? kind.values
            .map((value) => valueKey(name, path, value))
            .filter(({ key, shared: everywhere }) => !(everywhere ? shared : own).has(key))
            .map(({ key }) => key)
        : [],
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('name every group of commands', () => {
    const missing = book.filter(({ group }) => !own.has(`group.${group}`)).map(({ group }) => group);
    expect([...new Set(missing)]).toEqual([]);
  });

  it('have a Chinese title for every command, and for nothing else', () => {
    expect(alphabetical(Object.keys(commandTitles))).toEqual(alphabetical(book.map(({ name }) => name)));
  });

  it('have the same slots in Chinese', () => {
    const both = Object.entries({ ...english, ...englishFields });
    const other: Readonly<Record<string, string | object>> = { ...chinese, ...chineseFields };
    const wrong = both.filter(
      ([key, entry]) => other[key] === undefined || !slots(other[key]).isSupersetOf(slots(entry)),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
