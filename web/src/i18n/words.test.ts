import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { translator } from './words.ts';
import type { Entry } from './words.ts';
import { zhCN } from './zh-CN.ts';

const sentencesOf = (entry: Entry): readonly string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const slotsOf = (entry: Entry) =>
  new Set(sentencesOf(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot)));

describe('the dictionaries', () => {
  it('have the same keys', () => {
    expect(new Set(Object.keys(zhCN))).toEqual(new Set(Object.keys(en)));
  });

  it('have the same slots at each key', () => {
    const keys = Object.keys(en) as (keyof typeof en)[];
    expect(keys.map((key) => [key, slotsOf(zhCN[key])])).toEqual(keys.map((key) => [key, slotsOf(en[key])]));
  });

  it('leave no entry empty and end no sentence with an exclamation mark', () => {
    const written = [...Object.entries(en), ...Object.entries(zhCN)] as [string, Entry][];
    const poor = written.filter(([, entry]) =>
      sentencesOf(entry).some((text) => text.trim() === '' || /[!！]/.test(text)),
    );
    expect(poor).toEqual([]);
  });
});

describe('a translator', () => {
  it('fills slots', () => {
    expect(translator('en', en)('shell.account', { name: 'Li Hua' })).toBe('Account of Li Hua');
    expect(translator('zh-CN', zhCN)('shell.account', { name: '李华' })).toBe('李华的账户');
  });

  it('chooses the form by the count', () => {
    const t = translator('en', en);
    expect(t('list.venues', { count: 1 })).toBe('1 venue');
    expect(t('list.venues', { count: 2 })).toBe('2 venues');
    expect(translator('zh-CN', zhCN)('list.venues', { count: 2 })).toBe('2 个会场');
  });

  it('writes numbers as the language does', () => {
    expect(translator('en', en)('list.attendees', { count: 12_000 })).toBe('12,000 attendees');
  });
});
