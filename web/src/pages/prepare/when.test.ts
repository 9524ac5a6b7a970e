import { describe, expect, it } from 'vitest';
import { formats } from '../../i18n/format.ts';
import { whenText } from './when.ts';

const startsAt = '2021-05-26T01:00:00.000Z';

describe('when a meeting takes place', () => {
  it('is told in its zone, with the day once', () => {
    expect(whenText({ startsAt, endsAt: '2021-05-26T03:50:00.000Z' }, formats('en', 'Asia/Shanghai'))).toMatch(
      /^Wednesday,? 26 May 2021 · 09:00–11:50 GMT\+8$/,
    );
  });

  it('is told with both days where it goes on over midnight there', () => {
    const text = whenText({ startsAt, endsAt: '2021-05-26T17:00:00.000Z' }, formats('zh-CN', 'Asia/Shanghai'));
    expect(text).toContain('2021年5月26日');
    expect(text).toContain('2021年5月27日');
  });
});
