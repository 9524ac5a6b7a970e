import { describe, expect, it } from 'vitest';
import { meetingCommands } from '../../../catalogue.ts';
import { faultOf, MAX_FILE_BYTES, mediaTypeOf, sizeText, titleOf, titleWith } from './file.ts';

describe('a file to be tabled', () => {
  it('has something in it, and not more than the server takes', () => {
    expect([0, 1, MAX_FILE_BYTES, MAX_FILE_BYTES + 1].map((size) => faultOf({ size }))).toEqual([
      'empty',
      null,
      null,
      'too-large',
    ]);
  });

  it('has a media type that the catalogue takes', () => {
    const types = ['application/pdf', 'TEXT/Plain; charset=utf-8', '', 'nonsense', 'a/b c'].map((type) =>
      mediaTypeOf({ type }),
    );
    expect(types.slice(0, 3)).toEqual(['application/pdf', 'text/plain', 'application/octet-stream']);
    const { mediaType } = meetingCommands['table-document'].input.shape;
    expect(types.every((type) => mediaType.safeParse(type).success)).toBe(true);
  });

  it('is called by its name without the ending', () => {
    expect(titleOf('Overall_Plan 2021-2025.v2.pdf')).toBe('Overall Plan 2021-2025.v2');
    expect(titleOf('README')).toBe('README');
  });

  it('has a size that people read', () => {
    expect([0, 999, 482_113, 99_999_999].map((bytes) => sizeText(bytes, 'en'))).toEqual([
      '0 byte',
      '999 byte',
      '482 kB',
      '100 MB',
    ]);
  });
});

describe('the title once a file is chosen', () => {
  it('is the file’s, and follows it to another one', () => {
    expect(titleWith('First_plan.pdf', '')).toBe('First plan');
    expect(titleWith('Second_plan.pdf', 'First plan', 'First_plan.pdf')).toBe('Second plan');
  });
  it('stays as it was typed', () => {
    expect(titleWith('Second_plan.pdf', 'The plan', 'First_plan.pdf')).toBe('The plan');
    expect(titleWith('Second_plan.pdf', 'The plan')).toBe('The plan');
  });
});
