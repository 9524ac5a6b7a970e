import { meetingCommands } from '@rostrum/events';
import { describe, expect, it } from 'vitest';
import { emptyDraft, readDraft } from '../draft.ts';
import { templates } from '../templates/templates.ts';
import { carryAll, minutesOf, partsAfter, partsOf } from './carry.ts';
import { anniversary, draftAfter, draftFrom, timeAfter, titleMoved } from './moved.ts';
import type { Past } from './past.ts';

const words = { timeMissing: 'no time', noSuchTime: 'no such', quorumInvalid: 'no', languagesNone: 'none' };

const attendee = (attendeeId: string, more = {}) => ({
  attendeeId,
  name: `${attendeeId} 🛰️ سمير`,
  title: null,
  unit: 'CASIC',
  capacity: 'member',
  precedence: 1,
  venueId: 'hall',
  answer: 'declined',
  substitute: null,
  note: 'ill',
  excused: null,
  removed: false,
  ...more,
});
const item = (itemId: string, more = {}) => ({
  itemId,
  kind: 'report',
  title: itemId,
  presenters: [],
  plannedMinutes: 30,
  documents: ['plan'],
  topics: [],
  status: 'concluded',
  outcome: 'adopted',
  ...more,
});

/** A meeting that was held: the chair was handed to the deputy, an item was withdrawn, one was added, a name was removed. */
const past = (more: object = {}): Past =>
  ({
    meeting: {
      lifecycle: {
        meetingId: 'last',
        title: '2021 Digital Space Work Conference',
        organisation: 'CASIC',
        purpose: ['Sum up 2020'],
        languages: ['en', 'zh-CN', 'eo'],
        form: 'hybrid',
        quorum: 30,
        timeZone: 'Asia/Shanghai',
        startsAt: '2021-05-26T09:00:00+08:00',
        endsAt: '2021-05-26T11:50:00+08:00',
        status: 'sealed',
      },
      officers: { chair: 'chen', deputies: ['chen', 'liu', 'gone'], secretary: 'sun', handovers: [] },
      agenda: {
        items: [
          item('opening', { kind: 'opening', plannedMinutes: 5 }),
          item('report', { presenters: ['liu', 'gone', 'academy'] }),
          item('spare'),
        ],
        order: ['opening', 'report'],
      },
      roster: {
        attendees: [
          attendee('chen'),
          attendee('liu', { venueId: 'gone-hall' }),
          attendee('sun'),
          attendee('gone', { removed: true }),
        ],
        delegations: [
          {
            delegationId: 'academy',
            name: 'Academy',
            unit: 'CASIC',
            capacity: 'member',
            precedence: 4,
            venueId: 'hall',
            expected: 6,
            headId: 'gone',
            headName: null,
            removed: false,
          },
        ],
        venues: [
          { venueId: 'hall', name: 'Hall', main: true, withdrawn: false },
          { venueId: 'gone-hall', name: 'Old hall', main: false, withdrawn: true },
        ],
      },
    },
    directives: [{ ordinal: 1, text: `First,\n${'长'.repeat(800)}` }],
    ...more,
  }) as unknown as Past;

describe('a meeting after a past one', () => {
  it('takes over what is chosen, and nothing that was answered, decided or tabled', () => {
    const parts = partsAfter(past(), carryAll, ['hall'], 'Follow-up');
    expect(parts.attendees.map(({ attendeeId, venueId }) => [attendeeId, venueId])).toEqual([
      ['chen', 'hall'],
      ['liu', null],
      ['sun', 'hall'],
    ]);
    expect(parts.officers).toEqual({ chair: 'chen', deputies: ['liu'], secretary: 'sun' });
    expect(parts.delegations[0]).toMatchObject({ headId: null, headName: 'gone 🛰️ سمير', expected: 6 });
    expect(parts.items.map(({ itemId, presenters }) => [itemId, presenters])).toEqual([
      ['opening', []],
      ['follow-up', undefined],
      ['report', ['liu', 'academy']],
    ]);
    expect(Array.from(parts.items[1]!.topics![0]!)).toHaveLength(500);
    expect(minutesOf(parts)).toBe(50);
    expect(JSON.stringify(parts)).not.toMatch(/declined|ill|adopted|plan"/);
  });

  it('names nobody who is not taken over', () => {
    const parts = partsAfter(past(), { ...carryAll, attendees: false, directives: false }, [], 'Follow-up');
    expect(parts).toMatchObject({ attendees: [], officers: { chair: null, deputies: [], secretary: null } });
    expect(parts.items[1]).toMatchObject({ itemId: 'report', presenters: ['academy'] });
    expect(parts.delegations[0]).toMatchObject({ venueId: null });
    expect(partsAfter(past(), { ...carryAll, agenda: false, directives: false }, [], '').items).toEqual([]);
  });

  it('is a meeting that can be scheduled, whatever is chosen', () => {
    const draft = draftAfter(past(), emptyDraft('en', new Date()), '2026-11-28');
    const choices = Array.from({ length: 64 }, (_, bits) =>
      Object.fromEntries(Object.keys(carryAll).map((part, place) => [part, (bits >> place) % 2 === 1])),
    ) as (typeof carryAll)[];
    for (const carry of choices) {
      const given = carry.venues ? draft : { ...draft, venues: [], main: '' };
      const parts = partsAfter(
        past(),
        carry,
        given.venues.map(({ venueId }) => venueId),
        'Follow-up',
      );
      expect(readDraft(given, words, parts).errors).toEqual([]);
    }
  });

  it('is on the same day of the week about a year later, at the same time, with the year in its title', () => {
    const draft = draftAfter(past(), emptyDraft('en', new Date()), '2026-11-28');
    expect(draft).toMatchObject({
      title: '2027 Digital Space Work Conference',
      day: '2027-05-26',
      starts: '09:00',
      ends: '11:50',
      timeZone: 'Asia/Shanghai',
      languages: ['en', 'zh-CN'],
      quorum: '30',
      venues: [{ venueId: 'hall', name: 'Hall' }],
      main: 'hall',
    });
    expect(draft.lastDay).toBe('');
    expect(anniversary('2025-12-01', '2026-11-28')).toBe('2026-11-30');
    expect(anniversary('2024-02-29', '2024-03-01')).toBe('2025-02-27');
    expect(titleMoved('第20211号 2021年会', '2021-05-26', '2027-05-26')).toBe('第20211号 2027年会');
    expect(timeAfter('23:30', 45)).toBe('00:15');
  });
});

describe('a meeting after one that went on for days', () => {
  const term = (startsAt: string, endsAt: string) => {
    const { meeting, directives } = past();
    const held = { meeting: { ...meeting, lifecycle: { ...meeting.lifecycle, startsAt, endsAt } }, directives };
    return draftAfter(held, emptyDraft('en', new Date()), '2026-11-28');
  };
  it('goes on for as many', () => {
    expect(term('2021-05-26T09:00:00+08:00', '2021-05-28T17:00:00+08:00')).toMatchObject({
      day: '2027-05-26',
      lastDay: '2027-05-28',
    });
    expect(term('2021-05-26T09:00:00+08:00', '2021-05-27T17:00:00+08:00').lastDay).toBe('2027-05-27');
  });
  it('ends after midnight as it did, without a last day', () => {
    expect(term('2021-05-26T22:00:00+08:00', '2021-05-27T01:00:00+08:00').lastDay).toBe('');
  });
});

describe('a template', () => {
  it.each(templates)('of a $name can be scheduled in one language and in two', (template) => {
    for (const languages of [['en'], ['zh-CN'], ['zh-CN', 'en']] as const) {
      const empty = { ...emptyDraft('en', new Date()), title: 'T', organisation: 'O', languages };
      const draft = draftFrom(template, empty);
      const parts = partsOf(template, languages);
      expect(readDraft(draft, words, parts).errors).toEqual([]);
      expect(meetingCommands['schedule-meeting'].input.parse(readDraft(draft, words, parts).input).items).toHaveLength(
        template.items.length,
      );
      expect(new Set(template.items.map(({ itemId }) => itemId)).size).toBe(template.items.length);
      expect([template.items[0]!.kind, template.items.at(-1)!.kind]).toEqual(['opening', 'closing']);
      expect(minutesOf(parts)).toBeLessThan(300);
    }
  });

  it('leaves a purpose that was typed', () => {
    const draft = { ...emptyDraft('en', new Date()), purpose: 'Mine' };
    expect(draftFrom(templates[0]!, draft).purpose).toBe('Mine');
  });
});
