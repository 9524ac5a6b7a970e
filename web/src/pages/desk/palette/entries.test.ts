import { describe, expect, it } from 'vitest';
import { commandBook } from '../../../meeting/command-book.ts';
import { convened, reporting } from '../../../meeting/staged.fixture.ts';
import { paletteEntries } from './entries.ts';

describe('the palette', () => {
  it('has every command of the book, once', () => {
    const names: string[] = paletteEntries(reporting().standing()).map(({ name }) => name);
    expect(names).toHaveLength(commandBook.size);
    expect(new Set(names)).toEqual(new Set(commandBook.keys()));
  });

  it('puts first what can be done now', () => {
    const entries = paletteEntries(convened().standing());
    const standings = entries.map(({ standing }) => standing);
    expect(standings.lastIndexOf('now')).toBeLessThan(standings.indexOf('not-now'));
    expect(entries.find(({ name }) => name === 'open-meeting')?.standing).toBe('now');
    expect(entries.find(({ name }) => name === 'call-recess')).toMatchObject({
      standing: 'not-now',
      refusal: { code: 'meeting.not-open' },
    });
  });

  it('puts first of all what was done last, where it can be done now', () => {
    const entries = paletteEntries(convened().standing(), ['call-recess', 'add-venue', 'open-meeting']);
    expect(entries.slice(0, 2)).toMatchObject([
      { name: 'add-venue', standing: 'recent' },
      { name: 'open-meeting', standing: 'recent' },
    ]);
    expect(entries.find(({ name }) => name === 'call-recess')?.standing).toBe('not-now');
  });

  it('tells what is not for this reader', () => {
    const staged = reporting();
    const entries = paletteEntries(staged.standing(staged.attendee('wei')));
    expect(entries.find(({ name }) => name === 'close-meeting')?.standing).toBe('not-yours');
    expect(entries.find(({ name }) => name === 'request-floor')?.standing).toBe('now');
  });
});
