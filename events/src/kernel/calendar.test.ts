import { expect, it } from 'vitest';
import { dayIn } from './calendar.ts';

it('tells the day on which an instant falls in a time zone', () => {
  expect(dayIn('Asia/Shanghai', '2021-05-26T15:59:59.999Z')).toBe('2021-05-26');
  expect(dayIn('Asia/Shanghai', '2021-05-26T16:00:00.000Z')).toBe('2021-05-27');
  expect(dayIn('America/Los_Angeles', '2022-01-01T07:59:00.000Z')).toBe('2021-12-31');
  expect(dayIn('UTC', '2021-05-26T23:30:00-02:00')).toBe('2021-05-27');
});
