import { describe, expect, it } from 'vitest';
import { beginningOf, differs } from './newer.ts';

const page = (script: string) => `<!doctype html><script type="module" crossorigin src="${script}"></script>`;

describe('a served page', () => {
  it('is newer where it begins with another script', () => {
    expect(differs('/assets/index-A.js', page('/assets/index-B.js'))).toBe(true);
    expect(differs('/assets/index-A.js', page('/assets/index-A.js'))).toBe(false);
  });

  it('tells nothing where it is none of ours: a proxy answers in its place, or no build is served', () => {
    expect(differs('/assets/index-A.js', '<h1>Back soon</h1>')).toBe(false);
    expect(differs(null, page('/assets/index-B.js'))).toBe(false);
    expect(beginningOf(page('/src/main.tsx'))).toBeNull();
  });
});
