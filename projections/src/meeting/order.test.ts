import { describe, expect, it } from 'vitest';
import { inOrder, isLaterInstant, isLaterPosition, positionText } from './order.ts';

describe('The order of events', () => {
  it('is that of the numbers, however long', () => {
    expect(isLaterPosition('10', '9')).toBe(true);
    expect(isLaterPosition('9', '10')).toBe(false);
    expect(isLaterPosition('9007199254740993', '9007199254740992')).toBe(true);
    expect(isLaterPosition('7', '7')).toBe(false);
    expect(positionText(18_446_744_073_709_551_615n)).toBe('18446744073709551615');
  });

  it('compares instants of different offsets by the moment they mean', () => {
    expect(isLaterInstant('2021-05-26T01:00:00.001Z', '2021-05-26T01:00:00.000Z')).toBe(true);
    expect(isLaterInstant('2021-05-26T09:00:00+08:00', '2021-05-26T00:59:59.999Z')).toBe(true);
    expect(isLaterInstant('2021-05-26T09:00:00+08:00', '2021-05-26T02:00:00.000Z')).toBe(false);
  });

  it('brings the events of several streams into one', () => {
    const [first, second] = [
      [{ position: 2n }, { position: 11n }],
      [{ position: 3n }, { position: 9n }, { position: 100n }],
    ];
    expect(inOrder(first, second).map(({ position }) => position)).toEqual([2n, 3n, 9n, 11n, 100n]);
    expect(inOrder<{ readonly position: string }>([], [{ position: '5' }])).toEqual([{ position: '5' }]);
  });
});
