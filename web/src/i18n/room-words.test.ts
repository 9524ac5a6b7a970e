import { describe, expect, it } from 'vitest';
import { after } from './en/after.ts';
import { ready } from './en/ready.ts';
import { room } from './en/room.ts';
import type { Entry } from './words.ts';
import { after as afterChinese } from './zh-CN/after.ts';
import { ready as readyChinese } from './zh-CN/ready.ts';
import { room as roomChinese } from './zh-CN/room.ts';

type Dictionary = Readonly<Record<string, Entry>>;

const areas: readonly { readonly name: string; readonly english: Dictionary; readonly chinese: Dictionary }[] = [
  { name: 'the room', english: room, chinese: roomChinese },
  { name: 'getting ready', english: ready, chinese: readyChinese },
  { name: 'what is left after a meeting', english: after, chinese: afterChinese },
];

const sentencesOf = (entry: Entry): readonly string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const slotsOf = (entry: Entry) =>
  new Set(sentencesOf(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot)));

describe.each(areas)('the words of $name', ({ english, chinese }) => {
  it('are there in both languages', () => {
    expect(new Set(Object.keys(chinese))).toEqual(new Set(Object.keys(english)));
  });

  it('have the same slots at each key', () => {
    const keys = Object.keys(english);
    expect(keys.map((key) => [key, slotsOf(chinese[key]!)])).toEqual(keys.map((key) => [key, slotsOf(english[key]!)]));
  });

  it('leave no entry empty and end no sentence with an exclamation mark', () => {
    const written = [...Object.entries(english), ...Object.entries(chinese)];
    const poor = written.filter(([, entry]) =>
      sentencesOf(entry).some((text) => text.trim() === '' || /[!！]/.test(text)),
    );
    expect(poor).toEqual([]);
  });
});
