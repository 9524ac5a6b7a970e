import { describe, expect, it } from 'vitest';
import { keyCap, keyOf } from './keys.tsx';

describe('a pressed key', () => {
  it('is its letter in small, or its name', () => {
    expect(keyOf({ key: 'E', code: 'KeyE' })).toBe('e');
    expect(keyOf({ key: '?', code: 'Slash' })).toBe('?');
    expect(keyOf({ key: 'Backspace', code: 'Backspace' })).toBe('backspace');
  });

  it('is the letter of its place where the keyboard or an input method writes another', () => {
    expect(keyOf({ key: 'у', code: 'KeyE' })).toBe('e');
    expect(keyOf({ key: 'Process', code: 'KeyG' })).toBe('g');
  });

  it('is written on a button as people know it', () => {
    expect(['e', 'enter', 'backspace'].map(keyCap)).toEqual(['E', '⏎', '⌫']);
  });
});
