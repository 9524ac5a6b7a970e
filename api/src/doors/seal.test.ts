import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sealWith } from './seal.ts';

const secret = randomBytes(32);
const text = 'session 42, 会议室';

/** The sealed text with one bit changed in the character at a place. */
const changed = (sealed: string, place: number): string => {
  const other = sealed[place] === 'A' ? 'B' : 'A';
  return sealed.slice(0, place) + other + sealed.slice(place + 1);
};

test('what is sealed opens again', () => {
  const seal = sealWith([secret], 'cookie');
  expect(seal.open(seal.close(text))).toBe(text);
});

test('sealing the same text twice gives two different sealed texts, neither of which shows it', () => {
  const seal = sealWith([secret], 'cookie');
  const [one, two] = [seal.close(text), seal.close(text)];
  expect(one).not.toBe(two);
  expect(Buffer.from(one.split('.')[1]!, 'base64url').includes('session')).toBe(false);
});

test('a change to any character of it is noticed', () => {
  const seal = sealWith([secret], 'cookie');
  const sealed = seal.close(text);
  const places = Array.from(sealed, (_, place) => place);
  expect(places.filter((place) => seal.open(changed(sealed, place)) !== undefined)).toEqual([]);
});

test('pieces, empty texts and nonsense do not open', () => {
  const seal = sealWith([secret], 'cookie');
  const sealed = seal.close(text);
  const cut = [sealed.slice(0, -4), sealed.slice(0, 12), sealed.split('.')[1]!];
  const pieces = ['', '.', '..', 'x', ...cut, `${sealed}AAAA`, `${sealed}=`];
  expect(pieces.filter((piece) => seal.open(piece) !== undefined)).toEqual([]);
});

test('another secret, and the same secret for another purpose, do not open it', () => {
  const sealed = sealWith([secret], 'cookie').close(text);
  expect(sealWith([randomBytes(32)], 'cookie').open(sealed)).toBeUndefined();
  expect(sealWith([secret], 'checkpoint').open(sealed)).toBeUndefined();
});

test('after the secret is changed, what the old one sealed still opens, and the new one seals', () => {
  const next = randomBytes(32);
  const old = sealWith([secret], 'cookie').close(text);
  const both = sealWith([next, secret], 'cookie');
  expect(both.open(old)).toBe(text);
  expect(sealWith([next], 'cookie').open(both.close(text))).toBe(text);
});

test('a secret that is too short is refused', () => {
  expect(() => sealWith([randomBytes(31)], 'cookie')).toThrow('at least 32 bytes');
});
