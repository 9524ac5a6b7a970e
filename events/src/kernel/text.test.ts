import { describe, expect, it } from 'vitest';
import { day, id, instant, language, line, prose, secondsBetween, sha256, unitPath } from './text.ts';

const sentence = (schema: typeof id | ReturnType<typeof prose>, value: unknown) =>
  schema.safeParse(value).error?.issues[0]?.message;

describe('an id', () => {
  it.each(['a', 'liu-shiquan', 'command-1.12', '6f1d8a3e-1f7b-5c8e-9b8a-2f6f4b1f0c11', 'PA_7hQ2', '9'.repeat(64)])(
    'may be %s',
    (value) => {
      expect(id.parse(value)).toBe(value);
    },
  );

  it.each(['', '-a', '.a', '_a', 'a b', 'a/b', 'é', '刘', 'a\n', '9'.repeat(65)])('is not %j', (value) => {
    expect(sentence(id, value)).toBe('An id has 1 to 64 letters, digits, dots, hyphens or underscores.');
  });
});

describe('a line', () => {
  it('is trimmed', () => {
    expect(line(10).parse('  Liu  ')).toBe('Liu');
  });

  it('keeps every script, emoji included, and counts code points', () => {
    for (const text of ['刘石泉', 'Müller', 'עברית', 'العربية', '👩‍🚀', 'a\u200Db'])
      expect(line(20).parse(text)).toBe(text);
    expect(line(1).safeParse('👩').success).toBe(true);
    expect(line(2).safeParse('👩‍🚀').success).toBe(false);
  });

  it('is refused where it is empty or too long', () => {
    expect(sentence(line(3), ' \t ')).toBe('Must not be empty.');
    for (const unseen of ['\u200B\u200B', '\u2060', '\u3164', '\u00AD\uFE0F'])
      expect(sentence(line(3), unseen)).toBe('Must not be empty.');
    expect(sentence(line(3), 'abcd')).toBe('Must not be longer than 3 characters.');
    expect(line(3).safeParse('abc  ').success).toBe(true);
  });

  it.each(['a\nb', 'a\tb', 'a\u2028b', 'a\u2029b'])('is refused where it is more than one: %j', (value) => {
    expect(sentence(line(10), value)).toBe('Must be one line, without line breaks and tabs.');
  });

  it.each(['a\u0000b', 'a\u001Bb', 'a\u007Fb', 'a\u0085b', 'a\u202Eb', 'a\u2066b', 'a\uD800b', 'a\rb'])(
    'is refused with what no honest keyboard sends: %j',
    (value) => {
      expect(sentence(line(10), value)).toBe(
        'Contains control or text-direction characters. Remove them and type the text again.',
      );
    },
  );
});

describe('prose', () => {
  it('keeps its lines, with one kind of line break', () => {
    expect(prose(50).parse('\r\nFirst\r\n\tSecond\n\nThird\n')).toBe('First\n\tSecond\n\nThird');
  });

  it('is refused where it is empty, too long or hides something', () => {
    expect(sentence(prose(3), '\r\n')).toBe('Must not be empty.');
    expect(sentence(prose(3), '\u200B\n\u200B')).toBe('Must not be empty.');
    expect(sentence(prose(3), 'abcd')).toBe('Must not be longer than 3 characters.');
    expect(sentence(prose(9), 'a\u202Eb')).toContain('text-direction');
  });
});

describe('a unit path', () => {
  it.each([
    ['CASIC', 'CASIC'],
    ['CASIC/Headquarters', 'CASIC / Headquarters'],
    [' CASIC //  Headquarters / ', 'CASIC / Headquarters'],
  ])('%j is written %j', (given, written) => {
    expect(unitPath.parse(given)).toBe(written);
    expect(unitPath.parse(written)).toBe(written);
  });

  it('is refused where it names no unit', () => {
    expect(unitPath.safeParse(' / / ').success).toBe(false);
  });

  it('is accepted again as it was written, however long it grew', () => {
    const long = 'a/'.repeat(75);
    expect(unitPath.parse(unitPath.parse(long))).toBe(unitPath.parse(long));
    expect(unitPath.safeParse('a/'.repeat(150)).success).toBe(false);
  });
});

describe('instants, days, languages and digests', () => {
  it('an instant has an offset', () => {
    for (const value of ['2021-05-26T09:00:00+08:00', '2021-05-26T01:00:00.000Z'])
      expect(instant.parse(value)).toBe(value);
    for (const value of ['2021-05-26T09:00:00', '2021-05-26', '2021-13-26T09:00:00Z', 'now']) {
      expect(instant.safeParse(value).error?.issues[0]?.message).toContain('RFC 3339');
    }
  });

  it('a day is one of the calendar', () => {
    expect(day.safeParse('2024-02-29').success).toBe(true);
    expect(day.safeParse('2021-02-29').success).toBe(false);
  });

  it('a language is a tag', () => {
    for (const value of ['en', 'zh-CN', 'zh-Hans-CN']) expect(language.safeParse(value).success).toBe(true);
    for (const value of ['', 'English', 'zh_CN', 'EN']) expect(language.safeParse(value).success).toBe(false);
  });

  it('a digest has 64 lower-case hexadecimal digits', () => {
    expect(sha256.safeParse('0f'.repeat(32)).success).toBe(true);
    for (const value of ['0F'.repeat(32), '0f'.repeat(31), '']) expect(sha256.safeParse(value).success).toBe(false);
  });
});

describe('seconds between two instants', () => {
  it('are whole, rounded down, and never negative', () => {
    expect(secondsBetween('2021-05-26T09:00:00+08:00', '2021-05-26T01:00:01.999Z')).toBe(1);
    expect(secondsBetween('2021-05-26T01:00:01Z', '2021-05-26T01:00:00Z')).toBe(0);
  });
});
