import { expect, it } from 'vitest';
import { namesIn } from '../i18n/names.ts';
import { unitPaths } from './units.ts';

it('lists every unit with those above it, each once, those above first', () => {
  const { compare } = namesIn('en');
  expect(unitPaths(['Board / Unit 10', 'Board / Unit 9 / Desk', 'Board-room', 'Board / Unit 10'], compare)).toEqual([
    'Board',
    'Board / Unit 9',
    'Board / Unit 9 / Desk',
    'Board / Unit 10',
    'Board-room',
  ]);
});

it('sorts each level as the language does', () => {
  const { compare } = namesIn('zh-CN');
  expect(unitPaths(['集团 / 张家口厂', '集团 / 安庆厂', '北京局'], compare)).toEqual([
    '北京局',
    '集团',
    '集团 / 安庆厂',
    '集团 / 张家口厂',
  ]);
});
