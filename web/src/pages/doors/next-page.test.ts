import { expect, it } from 'vitest';
import { nextPage } from './next-page.ts';

it('goes on to the page that was asked for', () => {
  expect(nextPage('/meetings/m1/desk')).toBe('/meetings/m1/desk');
});

it.each([
  undefined,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
  '/sign-in',
])('goes to the meetings rather than to %s', (asked) => {
  expect(nextPage(asked)).toBe('/');
});
