import { describe, expect, it } from 'vitest';
import { given } from '../testing/given.ts';
import type { Happened } from '../testing/given.ts';
import { asked, floorGiven, happened, underReport, yielded } from '../testing/past.ts';
import type { Discipline } from './floor.ts';
import type { MeetingEvent } from './meeting.ts';
import { unitTimes, waiting } from './queue.ts';

const at = (minute: number, second = 0) => new Date(Date.UTC(2021, 4, 26, 1, minute, second)).toISOString();
const discipline = (discipline: Discipline) => happened('QueueDisciplineSet', { discipline });

/** Three hands go up: the academy’s, Wei’s and Liu’s. Wei has spoken for two minutes, Liu for one. */
const hands = [
  ...underReport,
  floorGiven('wei', { at: at(1) }),
  yielded('wei', at(3)),
  floorGiven('liu', { at: at(4) }),
  yielded('liu', at(5)),
  asked('academy', { at: at(6) }),
  asked('wei', { at: at(7) }),
  asked('liu', { at: at(8) }),
];
const order = (...events: readonly Happened<MeetingEvent>[]) =>
  waiting(given(...events).state).map(({ speakerId }) => speakerId);

describe('the queue', () => {
  it('is worked first come, first served, whatever the chair’s hand has moved', () => {
    const moved = happened('FloorRequestMoved', { requestId: 'speech-liu', beforeRequestId: 'speech-academy' });
    expect(order(...hands)).toEqual(['academy', 'wei', 'liu']);
    expect(order(...hands, moved)).toEqual(['academy', 'wei', 'liu']);
  });

  it('is worked by the chair’s hand, as the chair has moved it', () => {
    const moved = happened('FloorRequestMoved', { requestId: 'speech-liu', beforeRequestId: 'speech-wei' });
    expect(order(...hands, moved, discipline('chair'))).toEqual(['academy', 'liu', 'wei']);
  });

  it('is worked by precedence, persons and delegations in one order', () => {
    expect(order(...hands, discipline('precedence'))).toEqual(['liu', 'wei', 'academy']);
  });

  it('is worked quiet first: who has spoken least comes next', () => {
    expect(order(...hands, asked('chen', { at: at(9) }), discipline('quiet-first'))).toEqual([
      'academy',
      'chen',
      'liu',
      'wei',
    ]);
  });

  it.each(['first-come', 'precedence', 'quiet-first', 'chair'] as const)(
    'puts points of order before all else (%s)',
    (by) => {
      const past = [
        ...hands,
        asked('sun', { kind: 'point-of-order', at: at(9) }),
        asked('wei', { kind: 'point-of-order', at: at(10) }),
      ];
      expect(
        order(...past, discipline(by))
          .slice(0, 2)
          .toSorted(),
      ).toEqual(['sun', 'wei']);
    },
  );
});

describe('the time of a unit', () => {
  const budget = (unit: string, limitSeconds: number | null) => happened('UnitBudgetSet', { unit, limitSeconds });

  it('is what its budget leaves after all who spoke for it and for what is below it', () => {
    const past = [...hands, budget('CASIC', 600), budget('CASIC / Headquarters', 90), budget('CASIC / Units', 60)];
    expect(unitTimes(given(...past).state, at(20))).toEqual([
      { unit: 'CASIC', limitSeconds: 600, spokenSeconds: 180, leftSeconds: 420 },
      { unit: 'CASIC / Headquarters', limitSeconds: 90, spokenSeconds: 120, leftSeconds: -30 },
      { unit: 'CASIC / Units', limitSeconds: 60, spokenSeconds: 0, leftSeconds: 60 },
    ]);
  });

  it('runs while the speech does, and stands still in a pause', () => {
    const past = [
      ...hands,
      budget('CASIC / Units', 60),
      floorGiven('academy', { at: at(10) }),
      happened('FloorPaused', { speechId: 'speech-of-academy', questionerId: null, at: at(10, 20) }),
    ];
    expect(unitTimes(given(...past).state, at(10, 15))[0]).toMatchObject({ spokenSeconds: 15, leftSeconds: 45 });
    expect(unitTimes(given(...past).state, at(30))[0]).toMatchObject({ spokenSeconds: 20, leftSeconds: 40 });
  });

  it('does not count a unit whose name merely begins alike', () => {
    expect(unitTimes(given(...hands, budget('CAS', 60)).state, at(20))[0]).toMatchObject({ spokenSeconds: 0 });
  });

  it('is not limited once the budget is lifted', () => {
    expect(unitTimes(given(...hands, budget('CASIC', 600), budget('CASIC', null)).state, at(20))).toEqual([]);
  });
});
