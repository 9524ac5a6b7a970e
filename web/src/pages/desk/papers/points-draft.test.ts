import { describe, expect, it } from 'vitest';
import {
  draftOf,
  isUnsaved,
  withMoved,
  withPoint,
  writtenIn,
  linesOf,
  withPasted,
  withRoomAfter,
} from './points-draft.ts';

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

  it('makes room for the next point, where there is none yet', () => {
    expect(withRoomAfter(['a', 'b', ''], 0)).toEqual(['a', '', 'b', '']);
    expect(withRoomAfter(['a', ''], 0)).toEqual(['a', '']);
  });

  it('takes pasted lines for points, without the marks of their list', () => {
    const lines = linesOf('1. First\r\n2) Second\n\n• Third\n（四）第四\n5.5 percent');
    expect(lines).toEqual(['First', 'Second', 'Third', '第四', '5.5 percent']);
    expect(withPasted(['say x now', ''], 0, ['A', 'B'], { from: 4, to: 5 })).toEqual(['say A', 'B now', '']);
    expect(withPasted(['a', ''], 1, ['A', 'B'], { from: 0, to: 0 })).toEqual(['a', 'A', 'B', '']);
  });
});
