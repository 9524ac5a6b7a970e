import { describe, expect, it } from 'vitest';
import { LinesOfJson } from './ndjson.ts';

const text = '{"a":1}\n{"名":"会议"}\r\n\n[3]';

describe('lines of JSON', () => {
  it('come out whole, wherever the text was cut', () => {
    for (let cut = 0; cut <= text.length; cut++) {
      const lines = new LinesOfJson<unknown>();
      const read = [...lines.push(text.slice(0, cut)), ...lines.push(text.slice(cut)), ...lines.end()];
      expect(read, `cut at ${cut}`).toEqual([{ a: 1 }, { 名: '会议' }, [3]]);
    }
  });

  it('come as soon as they are complete', () => {
    const lines = new LinesOfJson<unknown>();
    expect(lines.push('{"a":1}\n{"b"')).toEqual([{ a: 1 }]);
    expect(lines.push(':2}')).toEqual([]);
    expect(lines.push('\n')).toEqual([{ b: 2 }]);
    expect(lines.end()).toEqual([]);
  });

  it('are refused where the text broke off', () => {
    const lines = new LinesOfJson<unknown>();
    lines.push('{"a":1}\n{"b":');
    expect(() => lines.end()).toThrow(SyntaxError);
  });
});
