import { describe, expect, it } from 'vitest';
import { drafts as english } from './en/drafts.ts';
import { drafts as chinese } from './zh-CN/drafts.ts';

describe('the words about drafts', () => {
  it('are there in both languages', () => {
    expect(new Set(Object.keys(chinese))).toEqual(new Set(Object.keys(english)));
  });
});
