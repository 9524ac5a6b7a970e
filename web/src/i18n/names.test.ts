import { describe, expect, it } from 'vitest';
import { namesIn } from './names.ts';

describe('names in order', () => {
  it('are by pinyin in Chinese, not by the numbers of their characters', () => {
    const names = ['张伟', '王芳', '安宁', '李华', '丁一'];
    expect(names.toSorted(namesIn('zh-CN').compare)).toEqual(['安宁', '丁一', '李华', '王芳', '张伟']);
    expect(names.toSorted()).not.toEqual(['安宁', '丁一', '李华', '王芳', '张伟']);
  });

  it('do not mind marks or capitals, and count figures', () => {
    const names = ['Zhang', 'Éluard', 'adams', 'Hall 10', 'Hall 9'];
    expect(names.toSorted(namesIn('en').compare)).toEqual(['adams', 'Éluard', 'Hall 9', 'Hall 10', 'Zhang']);
  });
});

describe('names in a row', () => {
  it.each([
    ['en', ['Liu', 'Okafor', 'Tanaka'], 'Liu, Okafor and Tanaka'],
    ['en', ['Liu', 'Okafor'], 'Liu and Okafor'],
    ['en', ['Liu'], 'Liu'],
    ['en', [], ''],
    ['zh-CN', ['刘石泉', '王芳', '张伟'], '刘石泉、王芳和张伟'],
    ['de', ['Liu', 'Okafor', 'Tanaka'], 'Liu, Okafor und Tanaka'],
  ])('are parted as the language parts them: %s %j', (language, names, written) => {
    expect(namesIn(language).list(names)).toBe(written);
  });
});
