import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it.each([
  ['刘石泉', 'lsq'],
  ['魏毅寅', 'wyy'],
  ['欧阳娜娜', 'oynn'],
  ['安', 'a'],
  ['周平', 'zp'],
  ['徐强', 'xq'],
  ['Margaret Okafor', 'mo'],
  ['刘 Shiquan', 'ls'],
  ['😀', ''],
])('%s is found by %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
