import { describe, expect, it } from 'vitest';
import { draftOf, isUnsaved, withMoved, withPoint, writtenIn } from './points-draft.ts';

describe('the points while they are written', () => {
  it('end with an empty one to go on', () => {
    expect(draftOf(['First'])).toEqual(['First', '']);
    expect(withPoint(['First', ''], 1, 'S')).toEqual(['First', 'S', '']);
    expect(withPoint(['First', ''], 0, 'Firstly')).toEqual(['Firstly', '']);
  });

  it('are saved without what is empty', () => {
    expect(writtenIn([' First ', ' ', 'Second', ''])).toEqual(['First', 'Second']);
  });

  it('are unsaved while they say something else than the record', () => {
    expect(isUnsaved(['First', ''], ['First'])).toBe(false);
    expect(isUnsaved(['First', 'Second', ''], ['First'])).toBe(true);
    expect(isUnsaved([''], ['First'])).toBe(true);
    expect(isUnsaved(['Second', ''], ['First'])).toBe(true);
  });

  it('are put in another order, the empty one staying last', () => {
    expect(withMoved(['a', 'b', 'c', ''], 2, -1)).toEqual(['a', 'c', 'b', '']);
    expect(withMoved(['a', 'b', 'c', ''], 2, 1)).toEqual(['a', 'b', 'c', '']);
    expect(withMoved(['a', ''], 0, -1)).toEqual(['a', '']);
  });
});
