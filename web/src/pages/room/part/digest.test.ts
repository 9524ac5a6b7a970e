import { sha256Of } from '@rostrum/events';
import { describe, expect, it } from 'vitest';
import { digestOf } from './digest.ts';

const texts = ['', 'abc', 'I answer for it.\n\n1. Fully.', '本人对本单位2021年度数字航天建设工作负责。', '𝒜\u0301'];

describe('the digest of a text', () => {
  it('is the one the record computes, by the browser and without it', async () => {
    for (const text of texts) {
      expect(await digestOf(text)).toBe(sha256Of(text));
      expect(await digestOf(text, undefined)).toBe(sha256Of(text));
    }
  });

  it('is that of the published vector', async () => {
    expect(await digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('tells texts apart that look alike', async () => {
    expect(await digestOf('text')).not.toBe(await digestOf('text '));
  });
});
