import { describe, expect, it } from 'vitest';
import { attendee, EARLIER, given, NOW } from '../testing/given.ts';
import {
  asked,
  called,
  concluded,
  delegation,
  draft,
  floorGiven,
  happened,
  inRecess,
  open,
  over,
  person,
  personRemoved,
  ready,
  recessCalled,
  underReport,
  yielded,
} from '../testing/past.ts';
import { holderOf, spokenSecondsOf } from './floor.ts';
import type { Discipline } from './floor.ts';

const at = (minute: number, second = 0) => new Date(Date.UTC(2021, 4, 26, 1, minute, second)).toISOString();

const gone = (requestId: string) => happened('FloorRequestWithdrawn', { requestId });
const paused = (questionerId: string | null = null, when?: string) =>
  happened('FloorPaused', { speechId: 'speech-of-wei', questionerId, ...(when && { at: when }) });
const resumed = (when?: string) => happened('FloorResumed', { speechId: 'speech-of-wei', ...(when && { at: when }) });

/** Wei has the floor under the report, for five minutes. */
const weiSpeaks = [...underReport, floorGiven('wei', { limitSeconds: 300 })];
const weiHasSpoken = [...weiSpeaks, yielded('wei')];

describe('asking for the floor', () => {
  it('puts the attendee’s hand up', () => {
    const { floor } = given(...underReport)
      .by(attendee('wei'))
      .when('request-floor', { kind: 'question', note: 'On the schedule' })
      .then(asked('wei', { requestId: 'command-1', kind: 'question', note: 'On the schedule' }));
    expect(floor.requests).toEqual([
      { requestId: 'command-1', speakerId: 'wei', kind: 'question', note: 'On the schedule', at: NOW },
    ]);
  });

  it('is possible before an item is called, and while somebody speaks', () => {
    given(...open)
      .by(attendee('wei'))
      .when('request-floor', {})
      .then(asked('wei', { requestId: 'command-1' }));
    given(...weiSpeaks)
      .by(attendee('liu'))
      .when('request-floor', {})
      .then(asked('liu', { requestId: 'command-1' }));
  });

  it('is done by an officer for any name on the roster, and by a head for the delegation', () => {
    const past = [...underReport, delegation('third', { headId: 'wei' })];
    given(...past)
      .by(attendee('sun'))
      .when('request-floor', { speakerId: 'academy' })
      .then(asked('academy', { requestId: 'command-1' }));
    given(...past)
      .by(attendee('wei'))
      .when('request-floor', { speakerId: 'third' })
      .then(asked('third', { requestId: 'command-1' }));
    given(...past)
      .when('request-floor', { speakerId: 'wei' })
      .then(asked('wei', { requestId: 'command-1' }));
  });

  it('records nothing while a hand of this kind is up, and adds one of another kind', () => {
    const past = given(...underReport, asked('wei')).by(attendee('wei'));
    past.when('request-floor', {}).thenNothing();
    past
      .when('request-floor', { kind: 'point-of-order' })
      .then(asked('wei', { requestId: 'command-1', kind: 'point-of-order' }));
  });

  it('is refused for somebody else', () => {
    given(...underReport)
      .by(attendee('wei'))
      .when('request-floor', { speakerId: 'academy' })
      .refused('floor.not-your-hand');
  });

  it('is refused to an organizer who does not say for whom', () => {
    given(...underReport)
      .when('request-floor', {})
      .refused('floor.no-speaker');
  });

  it('is refused for who is not on the roster', () => {
    given(...underReport)
      .when('request-floor', { speakerId: 'nobody' })
      .refused('roster.unknown', { speakerId: 'nobody' });
    given(...underReport, personRemoved('wei'))
      .when('request-floor', { speakerId: 'wei' })
      .refused('roster.unknown');
  });

  it('is refused with the id of another request that waits', () => {
    given(...underReport, asked('wei'))
      .when('request-floor', { requestId: 'speech-wei', speakerId: 'liu' })
      .refused('floor.request-exists', { requestId: 'speech-wei' });
  });

  it('is refused before the opening, in a recess and after the closing', () => {
    for (const [past, code] of [
      [ready, 'meeting.not-open'],
      [inRecess, 'meeting.in-recess'],
      [over, 'meeting.closed'],
    ] as const) {
      given(...past)
        .by(attendee('wei'))
        .when('request-floor', {})
        .refused(code);
    }
  });
});

describe('taking a hand down', () => {
  it('is done by whoever put it up', () => {
    const { floor } = given(...underReport, asked('wei'), asked('liu'))
      .by(attendee('wei'))
      .when('withdraw-request', { requestId: 'speech-wei' })
      .then(gone('speech-wei'));
    expect(floor.requests.map(({ speakerId }) => speakerId)).toEqual(['liu']);
  });

  it('is done by an officer, and by the head of the delegation', () => {
    given(...underReport, asked('wei'))
      .by(attendee('sun'))
      .when('withdraw-request', { requestId: 'speech-wei' })
      .then(gone('speech-wei'));
    given(...underReport, delegation('third', { headId: 'wei' }), asked('third'))
      .by(attendee('wei'))
      .when('withdraw-request', { requestId: 'speech-third' })
      .then(gone('speech-third'));
  });

  it('records nothing where it is down already', () => {
    given(...underReport)
      .by(attendee('wei'))
      .when('withdraw-request', { requestId: 'speech-wei' })
      .thenNothing();
  });

  it('is refused to anybody else', () => {
    given(...underReport, asked('liu'))
      .by(attendee('wei'))
      .when('withdraw-request', { requestId: 'speech-liu' })
      .refused('floor.not-your-hand');
  });
});

describe('dismissing a request', () => {
  it('removes it, with the reason, and touches neither the speech nor its clock', () => {
    const { floor } = given(...weiSpeaks, asked('liu'))
      .by(attendee('liu'))
      .when('dismiss-request', { requestId: 'speech-liu', reason: 'Will be answered in writing' })
      .then(happened('FloorRequestDismissed', { requestId: 'speech-liu', reason: 'Will be answered in writing' }));
    expect(floor.requests).toEqual([]);
    expect(floor.speech).toMatchObject({ speakerId: 'wei', from: EARLIER, limitSeconds: 300, pauses: [] });
  });

  it('records nothing where it is gone already', () => {
    given(...underReport)
      .when('dismiss-request', { requestId: 'speech-wei' })
      .thenNothing();
  });

  it('is for those who preside', () => {
    given(...underReport, asked('wei'))
      .by(attendee('sun'))
      .when('dismiss-request', { requestId: 'speech-wei' })
      .refused('meeting.not-permitted');
  });
});

describe('moving a request', () => {
  const three = [...underReport, asked('wei'), asked('liu'), asked('chen')];

  it.each([
    { requestId: 'speech-chen', beforeRequestId: 'speech-wei', order: ['chen', 'wei', 'liu'] },
    { requestId: 'speech-wei', beforeRequestId: 'speech-chen', order: ['liu', 'wei', 'chen'] },
    { requestId: 'speech-wei', beforeRequestId: null, order: ['liu', 'chen', 'wei'] },
  ])('puts $requestId before $beforeRequestId', ({ requestId, beforeRequestId, order }) => {
    const { floor } = given(...three)
      .when('move-request', { requestId, beforeRequestId })
      .then(happened('FloorRequestMoved', { requestId, beforeRequestId }));
    expect(floor.requests.map(({ speakerId }) => speakerId)).toEqual(order);
  });

  it('records nothing where it stands there already', () => {
    given(...three)
      .when('move-request', { requestId: 'speech-wei', beforeRequestId: 'speech-liu' })
      .thenNothing();
    given(...three)
      .when('move-request', { requestId: 'speech-chen', beforeRequestId: null })
      .thenNothing();
    given(...three)
      .when('move-request', { requestId: 'speech-liu', beforeRequestId: 'speech-liu' })
      .thenNothing();
  });

  it('is refused where one of the two is no longer in the queue', () => {
    given(...three)
      .when('move-request', { requestId: 'x', beforeRequestId: null })
      .refused('floor.unknown-request', { requestId: 'x' });
    given(...three)
      .when('move-request', { requestId: 'speech-wei', beforeRequestId: 'x' })
      .refused('floor.unknown-request', { requestId: 'x' });
  });
});

describe('the way the queue is worked', () => {
  it('is chosen by whoever presides, before or during the meeting', () => {
    for (const past of [draft, open, inRecess]) {
      const { floor } = given(...past)
        .by(attendee('chen'))
        .when('set-queue-discipline', { discipline: 'quiet-first' })
        .then(happened('QueueDisciplineSet', { discipline: 'quiet-first' }));
      expect(floor.discipline).toBe<Discipline>('quiet-first');
    }
    given(...open)
      .by(attendee('sun'))
      .when('set-queue-discipline', { discipline: 'chair' })
      .refused('meeting.not-permitted');
  });

  it('is first come, first served unless another is chosen', () => {
    given(...open)
      .when('set-queue-discipline', { discipline: 'first-come' })
      .thenNothing();
  });
});

describe('the time budget of a unit', () => {
  const budget = (limitSeconds: number | null, unit = 'CASIC / Units') =>
    happened('UnitBudgetSet', { unit, limitSeconds });

  it('is set, changed and lifted', () => {
    const { floor } = given(...open)
      .when('set-unit-budget', { unit: 'CASIC/Units', limitSeconds: 600 })
      .then(budget(600));
    expect(floor.unitBudgets).toEqual({ 'CASIC / Units': 600 });
    given(...open, budget(600))
      .when('set-unit-budget', { unit: 'CASIC / Units', limitSeconds: 300 })
      .then(budget(300));
    const lifted = given(...open, budget(600))
      .when('set-unit-budget', { unit: 'CASIC / Units', limitSeconds: null })
      .then(budget(null));
    expect(lifted.floor.unitBudgets).toEqual({});
  });

  it('records nothing where it stands so already, whatever the unit is called', () => {
    given(...open, budget(600))
      .when('set-unit-budget', { unit: 'CASIC / Units', limitSeconds: 600 })
      .thenNothing();
    for (const unit of ['Nowhere', 'constructor', '__proto__']) {
      given(...open)
        .when('set-unit-budget', { unit, limitSeconds: null })
        .thenNothing();
      given(...open)
        .when('set-unit-budget', { unit, limitSeconds: 60 })
        .then(budget(60, unit));
    }
  });
});

describe('giving the floor', () => {
  it('lets a name of the roster speak, under the open item', () => {
    const { floor } = given(...underReport)
      .by(attendee('liu'))
      .when('give-floor', { speakerId: 'wei', limitSeconds: 300 })
      .then(floorGiven('wei', { speechId: 'command-1', limitSeconds: 300 }));
    expect(floor.speech).toMatchObject({
      speechId: 'command-1',
      speakerId: 'wei',
      itemId: 'report',
      from: NOW,
      to: null,
    });
    expect(holderOf(floor)).toBe('wei');
  });

  it('answers a request, with its kind, and takes it out of the queue', () => {
    const { floor } = given(...underReport, asked('wei', { kind: 'question' }), asked('liu'))
      .when('give-floor', { requestId: 'question-wei' })
      .then(floorGiven('wei', { speechId: 'command-1', kind: 'question', requestId: 'question-wei' }));
    expect(floor.requests.map(({ speakerId }) => speakerId)).toEqual(['liu']);
  });

  it('takes the speaker’s own hand down where the floor is given by name', () => {
    given(...underReport, asked('wei', { kind: 'reply' }))
      .when('give-floor', { speakerId: 'wei' })
      .then(floorGiven('wei', { speechId: 'command-1', kind: 'reply', requestId: 'reply-wei' }));
  });

  it('leaves a hand up that was put up for something else', () => {
    const { floor } = given(...underReport, asked('wei', { kind: 'question' }))
      .when('give-floor', { speakerId: 'wei', kind: 'speech' })
      .then(floorGiven('wei', { speechId: 'command-1' }));
    expect(floor.requests).toHaveLength(1);
  });

  it('lets a delegation speak', () => {
    given(...underReport)
      .when('give-floor', { speakerId: 'academy' })
      .then(floorGiven('academy', { speechId: 'command-1' }));
  });

  it('records nothing where they have the floor, or had it by this very command', () => {
    given(...weiSpeaks)
      .when('give-floor', { speakerId: 'wei' })
      .thenNothing();
    given(...underReport, asked('wei'), floorGiven('wei', { requestId: 'speech-wei' }))
      .when('give-floor', { requestId: 'speech-wei' })
      .thenNothing();
    given(...weiHasSpoken)
      .when('give-floor', { speakerId: 'wei' }, 'speech-of-wei')
      .thenNothing();
  });

  it('is refused while somebody else has it, and names the holder', () => {
    const { message } = given(...weiSpeaks, asked('liu'))
      .when('give-floor', { requestId: 'speech-liu' })
      .refused('floor.already-held', { speechId: 'speech-of-wei', speakerId: 'wei' });
    expect(message).toBe('Wei has the floor. Take it back first.');
    given(...weiSpeaks, asked('wei', { kind: 'question' }))
      .when('give-floor', { requestId: 'question-wei' })
      .refused('floor.already-held');
  });

  it('is refused while no item is open', () => {
    given(...open)
      .when('give-floor', { speakerId: 'wei' })
      .refused('floor.no-item');
    given(...underReport, concluded('report'))
      .when('give-floor', { speakerId: 'wei' })
      .refused('floor.no-item');
  });

  it('is refused to who is not on the roster, and for a request that is gone', () => {
    given(...underReport)
      .when('give-floor', { speakerId: 'nobody' })
      .refused('roster.unknown');
    given(...underReport, personRemoved('wei'))
      .when('give-floor', { speakerId: 'wei' })
      .refused('roster.unknown');
    given(...underReport, asked('wei'), gone('speech-wei'))
      .when('give-floor', { requestId: 'speech-wei' })
      .refused('floor.unknown-request', { requestId: 'speech-wei' });
  });

  it('is refused with the id of another speech', () => {
    given(...weiHasSpoken)
      .when('give-floor', { speechId: 'speech-of-wei', speakerId: 'liu' })
      .refused('floor.speech-exists');
  });

  it('is refused in a recess, and to who does not preside', () => {
    given(...underReport, recessCalled())
      .when('give-floor', { speakerId: 'wei' })
      .refused('meeting.in-recess');
    given(...underReport)
      .by(attendee('wei'))
      .when('give-floor', { speakerId: 'wei' })
      .refused('meeting.not-permitted');
    given(...underReport)
      .by(attendee('sun'))
      .when('give-floor', { speakerId: 'wei' })
      .refused('meeting.not-permitted');
  });

  it('names a speaker or a request, not both and not neither', () => {
    given().when('give-floor', {}).malformed('speakerId');
    given().when('give-floor', { speakerId: 'wei', requestId: 'speech-wei' }).malformed('speakerId');
    given().when('give-floor', { speakerId: 'wei', limitSeconds: 1 }).malformed('limitSeconds');
  });
});

describe('extending the speaking time', () => {
  const extended = happened('FloorExtended', { speechId: 'speech-of-wei', limitSeconds: 420 });

  it('names the new limit, so that two hands on one button extend once', () => {
    const { floor } = given(...weiSpeaks)
      .when('extend-floor', { speechId: 'speech-of-wei', limitSeconds: 420 })
      .then(extended);
    expect(floor.speech?.limitSeconds).toBe(420);
    given(...weiSpeaks, extended)
      .when('extend-floor', { speechId: 'speech-of-wei', limitSeconds: 420 }, 'command-2')
      .thenNothing();
  });

  it('is refused with an earlier limit, and where there is none', () => {
    given(...weiSpeaks)
      .when('extend-floor', { speechId: 'speech-of-wei', limitSeconds: 60 })
      .refused('floor.limit-shorter', { limitSeconds: 300 });
    given(...underReport, floorGiven('wei'))
      .when('extend-floor', { speechId: 'speech-of-wei', limitSeconds: 60 })
      .refused('floor.no-limit');
  });
});

describe('an interposed question', () => {
  it('stops the speaker’s clock and lets the questioner be heard', () => {
    const { floor } = given(...weiSpeaks)
      .when('pause-floor', { speechId: 'speech-of-wei', questionerId: 'liu' })
      .then(paused('liu'));
    expect(holderOf(floor)).toBe('liu');
    expect(floor.speech).toMatchObject({ speakerId: 'wei', pauses: [{ from: NOW, to: null, questionerId: 'liu' }] });
  });

  it('may have no named questioner: then the speaker remains heard', () => {
    const { floor } = given(...weiSpeaks)
      .when('pause-floor', { speechId: 'speech-of-wei' })
      .then(paused());
    expect(holderOf(floor)).toBe('wei');
  });

  it('ends when the speaker goes on', () => {
    const { floor } = given(...weiSpeaks, paused('liu'))
      .when('resume-floor', { speechId: 'speech-of-wei' })
      .then(resumed());
    expect(holderOf(floor)).toBe('wei');
    expect(floor.speech?.pauses).toEqual([{ from: EARLIER, to: NOW, questionerId: 'liu' }]);
  });

  it('is recorded once', () => {
    given(...weiSpeaks, paused('liu'))
      .when('pause-floor', { speechId: 'speech-of-wei', questionerId: 'liu' })
      .thenNothing();
    given(...weiSpeaks)
      .when('resume-floor', { speechId: 'speech-of-wei' })
      .thenNothing();
  });

  it('is refused while another one is under way', () => {
    given(...weiSpeaks, paused('liu'))
      .when('pause-floor', { speechId: 'speech-of-wei', questionerId: 'chen' })
      .refused('floor.already-paused', { questionerId: 'liu' });
  });

  it('is refused from who is not on the roster, and from the speaker', () => {
    given(...weiSpeaks)
      .when('pause-floor', { speechId: 'speech-of-wei', questionerId: 'nobody' })
      .refused('roster.unknown');
    given(...weiSpeaks)
      .when('pause-floor', { speechId: 'speech-of-wei', questionerId: 'wei' })
      .refused('floor.own-question');
  });
});

describe('the end of a speech', () => {
  it('comes when the speaker yields', () => {
    const { floor } = given(...weiSpeaks)
      .by(attendee('wei'))
      .when('yield-floor', { speechId: 'speech-of-wei' })
      .then(yielded('wei'));
    expect(floor.speech).toBeNull();
    expect(holderOf(floor)).toBeNull();
    expect(floor.finished.get('speech-of-wei')).toMatchObject({ from: EARLIER, to: NOW, takenBackBecause: null });
  });

  it('comes when an officer, or the head of the delegation, records it', () => {
    given(...weiSpeaks)
      .by(attendee('sun'))
      .when('yield-floor', { speechId: 'speech-of-wei' })
      .then(yielded('wei'));
    given(...underReport, delegation('third', { headId: 'wei' }), floorGiven('third'))
      .by(attendee('wei'))
      .when('yield-floor', { speechId: 'speech-of-third' })
      .then(yielded('third'));
  });

  it('comes when the floor is taken back, with the reason', () => {
    const { floor } = given(...weiSpeaks)
      .by(attendee('chen'))
      .when('take-back-floor', { speechId: 'speech-of-wei', reason: 'Time is up' })
      .then(happened('FloorTakenBack', { speechId: 'speech-of-wei', reason: 'Time is up' }));
    expect(floor.finished.get('speech-of-wei')?.takenBackBecause).toBe('Time is up');
  });

  it('comes once: a finished speech stays as it ended', () => {
    given(...weiHasSpoken)
      .when('take-back-floor', { speechId: 'speech-of-wei' })
      .thenNothing();
    given(...weiHasSpoken)
      .by(attendee('wei'))
      .when('yield-floor', { speechId: 'speech-of-wei' })
      .thenNothing();
  });

  it('is not for others to declare', () => {
    given(...weiSpeaks, person('zhao'))
      .by(attendee('zhao'))
      .when('yield-floor', { speechId: 'speech-of-wei' })
      .refused('floor.not-yours');
    given(...weiSpeaks)
      .by(attendee('wei'))
      .when('take-back-floor', { speechId: 'speech-of-wei' })
      .refused('meeting.not-permitted');
  });

  it('frees the floor for the next, and takes no button pressed for the last speech', () => {
    const next = [...weiHasSpoken, floorGiven('liu', { limitSeconds: 300 })];
    const { floor } = given(...next).state;
    expect(floor.speech?.speakerId).toBe('liu');
    given(...next)
      .when('take-back-floor', { speechId: 'speech-of-wei' })
      .thenNothing();
    given(...next)
      .when('extend-floor', { speechId: 'speech-of-wei', limitSeconds: 400 })
      .refused('floor.speech-over');
    given(...next)
      .when('pause-floor', { speechId: 'speech-of-wei' })
      .refused('floor.speech-over');
    given(...next)
      .when('resume-floor', { speechId: 'speech-of-wei' })
      .refused('floor.speech-over');
  });

  it.each(['extend-floor', 'pause-floor', 'resume-floor', 'yield-floor', 'take-back-floor'] as const)(
    '%s is refused for a speech that never was',
    (name) => {
      const data = name === 'extend-floor' ? { speechId: 'never', limitSeconds: 60 } : { speechId: 'never' };
      given(...weiSpeaks)
        .when(name, data as never)
        .refused('floor.unknown-speech', { speechId: 'never' });
    },
  );
});

describe('the time spoken', () => {
  it('runs from the start to the end, without the pauses', () => {
    const { floor } = given(
      ...underReport,
      floorGiven('wei', { at: at(1) }),
      paused('liu', at(2)),
      resumed(at(3, 30)),
      paused(null, at(4)),
      yielded('wei', at(5)),
    ).state;
    expect(floor.finished.get('speech-of-wei')?.pauses).toEqual([
      { from: at(2), to: at(3, 30), questionerId: 'liu' },
      { from: at(4), to: at(5), questionerId: null },
    ]);
    expect(floor.spokenSeconds.get('wei')).toBe(90);
  });

  it('adds up over the speeches of one speaker', () => {
    const { floor } = given(
      ...underReport,
      floorGiven('wei', { at: at(1) }),
      yielded('wei', at(2)),
      floorGiven('wei', { speechId: 'second', at: at(3) }),
      happened('FloorTakenBack', { speechId: 'second', reason: null, at: at(3, 45) }),
    ).state;
    expect(floor.spokenSeconds.get('wei')).toBe(105);
    expect(floor.finished.get('second')?.takenBackBecause).toBe('');
  });

  it('of a running speech is known at any instant, also one before it began', () => {
    const { floor } = given(...underReport, floorGiven('wei', { at: at(10) }), paused(null, at(11))).state;
    expect([at(9), at(10, 30), at(11), at(20)].map((instant) => spokenSecondsOf(floor.speech!, instant))).toEqual([
      0, 30, 60, 60,
    ]);
  });
});

describe('the points of a speech', () => {
  const points = ['The first phase is complete.', 'The second begins in June.'];
  const summarized = happened('SpeechSummarized', { speechId: 'speech-of-wei', points });

  it('are written by an officer, while it runs and after it, until the minutes are signed', () => {
    const running = given(...weiSpeaks)
      .by(attendee('sun'))
      .when('summarize-speech', { speechId: 'speech-of-wei', points })
      .then(summarized);
    expect(running.floor.speech?.points).toEqual(points);
    const after = given(...weiHasSpoken)
      .when('summarize-speech', { speechId: 'speech-of-wei', points })
      .then(summarized);
    expect(after.floor.finished.get('speech-of-wei')?.points).toEqual(points);
  });

  it('survive the end of the speech', () => {
    const { floor } = given(...weiSpeaks, summarized)
      .when('yield-floor', { speechId: 'speech-of-wei' })
      .then(yielded('wei'));
    expect(floor.finished.get('speech-of-wei')?.points).toEqual(points);
  });

  it('are replaced as a whole, and recorded once', () => {
    given(...weiSpeaks, summarized)
      .when('summarize-speech', { speechId: 'speech-of-wei', points })
      .thenNothing();
    given(...weiSpeaks, summarized)
      .when('summarize-speech', { speechId: 'speech-of-wei', points: [] })
      .then(happened('SpeechSummarized', { speechId: 'speech-of-wei', points: [] }));
  });

  it('are refused for a speech that never was, to attendees, and once the minutes are signed', () => {
    given(...weiSpeaks)
      .when('summarize-speech', { speechId: 'never', points })
      .refused('floor.unknown-speech');
    given(...weiSpeaks)
      .by(attendee('wei'))
      .when('summarize-speech', { speechId: 'speech-of-wei', points })
      .refused('meeting.not-permitted');
    given(...over, happened('MeetingMinuted', {}))
      .when('summarize-speech', { speechId: 'speech-of-wei', points })
      .refused('meeting.minuted');
  });
});

describe('deferring and calling again', () => {
  it('gives a speech to the item that was open when it began', () => {
    const past = [...weiHasSpoken, happened('ItemDeferred', { itemId: 'report', reason: null }), called('exchange')];
    given(...past)
      .when('give-floor', { speakerId: 'wei' })
      .then(floorGiven('wei', { speechId: 'command-1', itemId: 'exchange' }));
  });
});
