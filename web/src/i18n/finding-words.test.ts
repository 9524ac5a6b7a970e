import { describe, expect, it } from 'vitest';
import { finding as english } from './en/finding.ts';
import type { Entry } from './words.ts';
import { finding as chinese } from './zh-CN/finding.ts';

const sentencesOf = (entry: Entry): readonly string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const slotsOf = (entry: Entry) =>
  new Set(sentencesOf(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot)));

describe('the words of finding and beginning', () => {
  it('are there in both languages, with the same slots', () => {
    expect(new Set(Object.keys(chinese))).toEqual(new Set(Object.keys(english)));
    const keys = Object.keys(english) as (keyof typeof english)[];
    expect(keys.map((key) => [key, slotsOf(chinese[key])])).toEqual(keys.map((key) => [key, slotsOf(english[key])]));
  });

  it('leave no entry empty and end no sentence with an exclamation mark', () => {
    const written = [...Object.entries(english), ...Object.entries(chinese)] as [string, Entry][];
    expect(
      written.filter(([, entry]) => sentencesOf(entry).some((text) => text.trim() === '' || /[!！]/.test(text))),
    ).toEqual([]);
  });
});
