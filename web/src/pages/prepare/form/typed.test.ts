import { describe, expect, it } from 'vitest';
import { numberShown, typedLines, typedNumber, typedText } from './typed.ts';

describe('what was typed', () => {
  it('is null where it is empty or only space', () => {
    expect(typedText('  ')).toBeNull();
    expect(typedText(' Second Academy ')).toBe('Second Academy');
  });

  it('becomes a list, one entry a line', () => {
    expect(typedLines('  Digital twins \n\n Cloud works\r\n')).toEqual(['Digital twins', 'Cloud works']);
  });

  it('becomes a whole number, or what no schema takes', () => {
    expect(typedNumber(' 35 ')).toBe(35);
    expect(typedNumber('')).toBeNull();
    expect(['3.5', '-1', '3 min', '1e3', '٣'].map(typedNumber)).toEqual(Array(5).fill(Number.NaN));
  });

  it('stands in its field as it was', () => {
    expect(typedNumber(numberShown(20))).toBe(20);
    expect(typedNumber(numberShown(null))).toBeNull();
  });
});
