import { describe, expect, it } from 'vitest';
import { heldRecord } from '../record/record.fixture.ts';
import { wantedPlaces } from './filter.ts';
import { lastUpTo, rowsInSight, topShowing } from './rows-in-sight.ts';

const events = heldRecord();
const textOf = (place: number) => `${events[place]!.type} ${place % 2 === 0 ? 'Müller' : '刘石泉'}`;
const types = (kind: Parameters<typeof wantedPlaces>[1]['kind'], words = '') =>
  wantedPlaces(events, { kind, words }, textOf).map((place) => events[place]!.type);

describe('the events that are wanted', () => {
  it('are all of them without a wish', () => {
    expect(types('all')).toHaveLength(events.length);
  });

  it('are of a kind', () => {
    expect(types('attendance')).toEqual(['ParticipantJoined', 'ParticipantJoined']);
    expect(types('notable').slice(0, 2)).toEqual(['MeetingConvened', 'MeetingOpened']);
  });

  it('have every word, in any case and order, Chinese ones included', () => {
    expect(types('all', 'müller floorgiven')).toEqual(['FloorGiven']);
    expect(types('all', '石泉 floor')).toEqual(['FloorGiven']);
    expect(types('meeting', 'joined')).toEqual([]);
  });
});

describe('a list of thousands of rows', () => {
  it('draws those in sight and a few beyond', () => {
    expect(rowsInSight(20_000, 40, 0, 480)).toEqual({ first: 0, last: 20 });
    expect(rowsInSight(20_000, 40, 40_000, 480)).toEqual({ first: 992, last: 1020 });
    expect(rowsInSight(5, 40, 0, 480)).toEqual({ first: 0, last: 5 });
    expect(rowsInSight(3, 40, 40_000, 480)).toEqual({ first: 3, last: 3 });
  });

  it('stays where it is while a row is in sight, and goes to it where it is not', () => {
    expect(topShowing(5, 40, 100, 480)).toBe(100);
    expect(topShowing(100, 40, 0, 480)).toBe(3780);
    expect(topShowing(1, 40, 4000, 480)).toBe(0);
  });

  it('finds the last of what has happened', () => {
    expect([-1, 0, 3, 4, 99].map((limit) => lastUpTo([0, 3, 3, 7], limit))).toEqual([-1, 0, 2, 2, 3]);
    expect(lastUpTo([], 5)).toBe(-1);
  });
});
