import { describe, expect, it } from 'vitest';
import { isOtherThanItSays } from './content.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0)!);
const PAGE = bytes('<!DOCTYPE html><html><script>alert(1)</script>');
const PDF = bytes('%PDF-1.7\n%\u00e2\u00e3');

describe('a file', () => {
  it('is found out where it is not what its name says', () => {
    expect(['plan.pdf', 'Plan.PDF', 'plan.docx', 'photo.png'].map((name) => isOtherThanItSays(name, PAGE))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(isOtherThanItSays('photo.jpg', PDF)).toBe(true);
    expect(isOtherThanItSays('empty.pdf', new Uint8Array())).toBe(true);
  });

  it('is taken where it is what its name says', () => {
    expect(isOtherThanItSays('plan.pdf', PDF)).toBe(false);
    expect(isOtherThanItSays('plan.pdf', bytes(`${'\n'.repeat(900)}%PDF-1.4`))).toBe(false);
    expect(isOtherThanItSays('plan.docx', bytes('PK\u0003\u0004'))).toBe(false);
    expect(isOtherThanItSays('secret.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe(false);
    expect(isOtherThanItSays('photo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe(false);
  });

  it('may be anything where its name says nothing', () => {
    expect(
      ['page.html', 'notes', 'plan.v2', 'constructor.constructor'].map((name) => isOtherThanItSays(name, PAGE)),
    ).toEqual([false, false, false, false]);
  });
});
