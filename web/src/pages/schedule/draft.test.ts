import { describe, expect, it } from 'vitest';
import { emptyDraft, endsNextDay, onDay, readDraft } from './draft.ts';
import type { Draft } from './draft.ts';

const words = {
  timeMissing: 'no time',
  noSuchTime: 'no such time',
  quorumInvalid: 'no quorum',
  languagesNone: 'no language',
};

const filled: Draft = {
  ...emptyDraft('en', new Date(2021, 4, 25)),
  title: '2021 Digital Space Work Conference',
  organisation: 'CASIC',
  purpose: 'Sum up 2020\n\n  Set out the work of 2021  \n',
  day: '2021-05-26',
  starts: '09:00',
  ends: '11:50',
  timeZone: 'Asia/Shanghai',
  quorum: '30',
  venues: [
    { venueId: 'venue-1', name: 'Headquarters, Beijing' },
    { venueId: 'venue-2', name: 'Branch venues by video' },
  ],
  main: 'venue-1',
};

const errorsOf = (change: Partial<Draft>) => readDraft({ ...filled, ...change }, words).errors;

describe('the schedule form', () => {
  it('becomes the input of the command', () => {
    expect(readDraft(filled, words)).toEqual({
      errors: [],
      input: {
        title: '2021 Digital Space Work Conference',
        organisation: 'CASIC',
        purpose: ['Sum up 2020', '  Set out the work of 2021  '],
        languages: ['en'],
        form: 'video',
        quorum: 30,
        timeZone: 'Asia/Shanghai',
        startsAt: '2021-05-26T09:00:00+08:00',
        endsAt: '2021-05-26T11:50:00+08:00',
        venues: [
          { venueId: 'venue-1', name: 'Headquarters, Beijing', main: true },
          { venueId: 'venue-2', name: 'Branch venues by video', main: false },
        ],
      },
    });
  });

  it('begins with the next working day', () => {
    expect(emptyDraft('en', new Date(2021, 4, 27)).day).toBe('2021-05-28');
    expect(emptyDraft('en', new Date(2021, 4, 28)).day).toBe('2021-05-31');
  });

  it('goes on for days where a last day is given, and for as many on another day', () => {
    const days = { ...filled, starts: '20:00', ends: '12:00', lastDay: '2021-05-28' };
    expect(endsNextDay(days)).toBe(false);
    expect(readDraft(days, words).input).toMatchObject({
      startsAt: '2021-05-26T20:00:00+08:00',
      endsAt: '2021-05-28T12:00:00+08:00',
    });
    expect(onDay(days, '2022-02-27')).toEqual({ day: '2022-02-27', lastDay: '2022-03-01' });
    expect(onDay(days, '')).toEqual({ day: '', lastDay: '2021-05-28' });
    expect(onDay({ ...days, lastDay: '' }, '2022-02-27')).toEqual({ day: '2022-02-27', lastDay: '' });
    expect(errorsOf({ lastDay: '2021-05-25' }).map(({ path }) => path)).toEqual(['endsAt']);
  });

  it('says every wrong entry at once, each at its place', () => {
    expect(
      errorsOf({ title: ' ', quorum: '0', languages: [], venues: [{ venueId: 'venue-1', name: '' }] }).map(
        ({ path }) => path,
      ),
    ).toEqual(['title', 'languages', 'quorum', 'venues[0].name']);
  });

  it('knows a quorum only as a whole number', () => {
    for (const quorum of ['half', '2.5', '-3', '1e3'])
      expect(errorsOf({ quorum })).toEqual([{ path: 'quorum', message: 'no quorum' }]);
    expect(readDraft({ ...filled, quorum: '' }, words).input?.quorum).toBeNull();
  });

  it('asks for a missing time, and says where one does not exist', () => {
    expect(errorsOf({ starts: '' })).toContainEqual({ path: 'startsAt', message: 'no time' });
    expect(errorsOf({ day: '2026-03-08', starts: '02:30', timeZone: 'America/New_York' })).toContainEqual({
      path: 'startsAt',
      message: 'no such time',
    });
  });

  it('ends on the following day where the end is earlier than the start', () => {
    const overnight = { ...filled, starts: '22:00', ends: '01:00' };
    expect(endsNextDay(overnight)).toBe(true);
    expect(readDraft(overnight, words).input?.endsAt).toBe('2021-05-27T01:00:00+08:00');
  });
});
