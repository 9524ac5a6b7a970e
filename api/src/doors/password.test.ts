import { describe, expect, test } from 'vitest';
import { PASSWORD_MAX, faultOfPassword, hashPassword, verifyPassword } from './password.ts';
import { formatPhc, parsePhc } from './phc.ts';
import { TooManyWaiting } from './turns.ts';

describe('keeping a password', () => {
  test('the password opens its own hash and no other password does', async () => {
    const kept = await hashPassword('a long and quiet evening');
    expect(await verifyPassword('a long and quiet evening', kept)).toBe(true);
    expect(await verifyPassword('a long and quiet evenin', kept)).toBe(false);
    expect(await verifyPassword('', kept)).toBe(false);
  });

  test('the hash is argon2id at the cost that OWASP names, in the PHC format, with a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('the same password'), hashPassword('the same password')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(two);
  });

  test('a hash made elsewhere with another cost is checked at that cost', async () => {
    // phc-winner-argon2, src/test.c: argon2id, version 19, t=2, m=2^8 KiB, p=1.
    const elsewhere = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
    expect(await verifyPassword('password', elsewhere)).toBe(true);
    expect(await verifyPassword('Password', elsewhere)).toBe(false);
  });

  test('composed and decomposed letters, and spaces of any width, are one password', async () => {
    const kept = await hashPassword('Büro am Fluss 7\u3000北京');
    expect(await verifyPassword('Bu\u0308ro am Fluss 7 北京', kept)).toBe(true);
  });

  test('nothing opens where there is no hash, or one that cannot be read', async () => {
    expect(await verifyPassword('anything at all', null)).toBe(false);
    expect(await verifyPassword('anything at all', '$2b$12$abcdefghijklmnopqrstuv')).toBe(false);
  });

  test('a flood is refused beyond those who may wait, and the rest is answered', async () => {
    const flood = await Promise.allSettled(Array.from({ length: 100 }, () => verifyPassword('x'.repeat(20), null)));
    const refused = flood.filter((one) => one.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((one) => one.reason instanceof TooManyWaiting)).toBe(true);
    expect(flood.filter((one) => one.status === 'fulfilled').length).toBeGreaterThanOrEqual(64);
  });
});

describe('choosing a password', () => {
  test.each([
    ['eleven char', 'is too short', 'has at least 12 characters'],
    ['十二个字符还差一个吗', 'is too short in characters, not in bytes', 'has at least 12 characters'],
    ['x1y2'.repeat(PASSWORD_MAX), 'is too long', 'at most 200 characters'],
    ['abababababab', 'repeats two characters', 'repeats a few characters'],
    ['liushiquan2021', 'is the sign-in name with a year', 'made of the sign-in name'],
    ['LiuShiQuanLiuShiQuan', 'is the sign-in name twice, in another case', 'made of the sign-in name'],
    ['nauqihsuil-2021', 'is the sign-in name backwards', 'made of the sign-in name'],
  ])('%s is refused: it %s', (password, _why, sentence) => {
    expect(faultOfPassword(password, 'liushiquan')).toContain(sentence);
  });

  test.each(['correct horse battery', '北京的秋天很长也很安静呢', 'the liushiquan of the sea', 'k3#9!aBx7@qZ'])(
    '%s may be used',
    (password) => {
      expect(faultOfPassword(password, 'liushiquan')).toBeUndefined();
    },
  );
});

describe('the PHC format', () => {
  const hash = { memory: 19_456, passes: 2, parallelism: 1, salt: Buffer.alloc(16, 1), hash: Buffer.alloc(32, 2) };

  test('what is written is read again', () => {
    expect(parsePhc(formatPhc(hash))).toEqual(hash);
  });

  test.each([
    '',
    '$argon2i$v=19$m=19456,t=2,p=1$AQEBAQEBAQEBAQEBAQEBAQ$AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI',
    '$argon2id$v=16$m=19456,t=2,p=1$AQEBAQEBAQEBAQEBAQEBAQ$AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI',
    '$argon2id$v=19$m=99999999,t=2,p=1$AQEBAQEBAQEBAQEBAQEBAQ$AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI',
    '$argon2id$v=19$t=2,m=19456,p=1$AQEBAQEBAQEBAQEBAQEBAQ$AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI',
    '$argon2id$v=19$m=19456,t=2,p=1$AQEBAQEBAQEBAQEBAQEBAQ$',
  ])('%j is not read', (text) => {
    expect(parsePhc(text)).toBeUndefined();
  });
});
