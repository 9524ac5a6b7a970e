import { describe, expect, it } from 'vitest';
import { sentenceOf } from './refusals.ts';

const table = { 'meeting.no-quorum': '到会 {present} 人，法定人数为 {quorum} 人。' };

describe('the sentence of a refusal', () => {
  it('says the facts', () => {
    expect(sentenceOf(table, 'meeting.no-quorum', { present: 12, quorum: 30 })).toBe('到会 12 人，法定人数为 30 人。');
  });

  it('is left to the server where a fact is missing or the code is unknown', () => {
    expect(sentenceOf(table, 'meeting.no-quorum', { present: 12 })).toBeUndefined();
    expect(sentenceOf(table, 'floor.unheard-of', {})).toBeUndefined();
  });
});
