import { describe, expect, it } from 'vitest';
import type { MeetingState } from '@rostrum/events';
import { after, draft } from '../meeting.fixture.ts';
import { checksOf } from './checks.ts';
import type { Beside, CheckId } from './checks.ts';

const inMay = Date.parse('2021-05-20T00:00:00Z');
const look = (meeting: MeetingState, beside: Partial<Beside> = {}) =>
  new Map(checksOf(meeting, { now: inMay, hasLink: () => true, ...beside }).map((check) => [check.id, check]));
const stateOf = (id: CheckId, meeting: MeetingState, beside?: Partial<Beside>) => look(meeting, beside).get(id)?.state;

const withChair = () =>
  after(
    [
      ['add-attendee', { attendeeId: 'yuan-jie', name: 'Yuan Jie', unit: 'CASIC' }],
      ['add-attendee', { attendeeId: 'liu-shiquan', name: 'Liu Shiquan', unit: 'CASIC' }],
      ['appoint-officer', { office: 'chair', attendeeId: 'liu-shiquan' }],
      ['add-item', { itemId: 'opening', kind: 'opening', title: 'Opening', plannedMinutes: 5 }],
    ],
    draft(),
  );

describe('before a meeting is convened', () => {
  it('an agenda and a roster are needed, as convening itself says', () => {
    const needed = [...look(draft()).values()].filter(({ state }) => state === 'needed').map(({ id }) => id);
    expect(needed).toEqual(['agenda', 'roster']);
    expect(() => after([['convene-meeting', {}]], draft())).toThrow('an agenda item and a name on the roster');

    expect([...look(withChair()).values()].some(({ state }) => state === 'needed')).toBe(false);
    expect(after([['convene-meeting', {}]], withChair()).lifecycle.status).toBe('convened');
  });

  it('a delegation is a name on the roster too', () => {
    const meeting = after([['add-delegation', { delegationId: 'd1', name: 'Second Academy', unit: 'CASIC' }]], draft());
    expect(stateOf('roster', meeting)).toBe('done');
  });

  it('chair and secretary are advised', () => {
    expect([stateOf('chair', draft()), stateOf('secretary', draft())]).toEqual(['advised', 'advised']);
    expect(stateOf('chair', withChair())).toBe('done');
  });

  it('the planned start lies ahead', () => {
    expect(stateOf('time', draft())).toBe('done');
    expect(stateOf('time', draft(), { now: Date.parse('2021-05-26T01:00:00Z') })).toBe('advised');
  });

  it('the planned minutes fit between start and end', () => {
    const long = after([['add-item', { title: 'Report', plannedMinutes: 170 }]], withChair());
    expect(stateOf('fits', withChair())).toBe('done');
    expect(look(long).get('fits')).toMatchObject({ state: 'advised', count: 5 });
  });

  it('items without planned minutes are counted', () => {
    const meeting = after([['add-item', { title: 'Report' }]], withChair());
    expect(look(meeting).get('minutes')).toMatchObject({ state: 'advised', count: 1 });
  });

  it('every attendee has a link, those removed aside', () => {
    const hasLink = (attendeeId: string) => attendeeId === 'liu-shiquan';
    expect(look(withChair(), { hasLink }).get('links')).toMatchObject({ state: 'advised', count: 1 });
    const without = after([['remove-attendee', { attendeeId: 'yuan-jie' }]], withChair());
    expect(stateOf('links', without, { hasLink })).toBe('done');
    expect(stateOf('links', withChair(), { hasLink: null })).toBeUndefined();
  });

  it('a main venue is asked for where people meet in person', () => {
    expect(stateOf('venue', draft())).toBeUndefined();
    const hybrid = after([['revise-meeting', { form: 'hybrid' }]], draft());
    expect(stateOf('venue', hybrid)).toBe('advised');
    expect(stateOf('venue', after([['add-venue', { name: 'Headquarters', main: true }]], hybrid))).toBe('done');
  });

  it('an item for commendations or statements asks for one to be prepared', () => {
    const meeting = after(
      [
        ['add-item', { kind: 'commendation', title: 'Commendations' }],
        ['add-item', { kind: 'statement', title: 'Statements' }],
      ],
      draft(),
    );
    expect([stateOf('commendations', meeting), stateOf('statements', meeting)]).toEqual(['advised', 'advised']);
    const prepared = after(
      [['prepare-commendation', { award: 'Advanced collective', category: 'collective' }]],
      meeting,
    );
    expect(stateOf('commendations', prepared)).toBe('done');
  });

  it('reports, speeches and exchanges have somebody who holds them, and lead to the first that has not', () => {
    const meeting = after(
      [
        ['add-item', { itemId: 'report', kind: 'report', title: 'Report', presenters: ['yuan-jie'] }],
        ['add-item', { itemId: 'speech', kind: 'speech', title: 'Speech' }],
        ['add-item', { itemId: 'pause', kind: 'break', title: 'Break' }],
      ],
      withChair(),
    );
    expect(look(meeting).get('presenters')).toMatchObject({ state: 'advised', count: 1, itemId: 'speech' });
    expect(stateOf('presenters', withChair())).toBeUndefined();
    expect(look(meeting).get('minutes')).toMatchObject({ count: 3, itemId: 'report' });
  });

  it('an announcement has the document that it promises, tabled under it or named by it', () => {
    const promised = after(
      [['add-item', { itemId: 'plan', kind: 'announcement', title: 'Overall plan' }]],
      withChair(),
    );
    expect(look(promised).get('promised')).toMatchObject({ state: 'advised', count: 1, itemId: 'plan' });
    const file = { fileName: 'plan.pdf', mediaType: 'application/pdf', sizeBytes: 1, sha256: 'a'.repeat(64) };
    const tabled = after([['table-document', { documentId: 'p', title: 'Plan', itemId: 'plan', ...file }]], promised);
    expect(stateOf('promised', tabled)).toBe('done');
    expect(stateOf('promised', after([['withdraw-document', { documentId: 'p' }]], tabled))).toBe('advised');
  });

  it('the quorum can be reached by those on the roster', () => {
    const three = after([['revise-meeting', { quorum: 3 }]], withChair());
    expect(look(three).get('quorum')).toMatchObject({ state: 'advised', count: 1 });
    const more = after([['add-delegation', { name: 'Academy', unit: 'CASIC', expected: 7 }]], three);
    expect(stateOf('quorum', more)).toBe('done');
    expect(stateOf('quorum', withChair())).toBeUndefined();
  });

  it('each venue has people', () => {
    const hybrid = after(
      [
        ['revise-meeting', { form: 'hybrid' }],
        ['add-venue', { venueId: 'main', name: 'Headquarters', main: true }],
        ['add-venue', { venueId: 'branch', name: 'Wuhan' }],
        ['revise-attendee', { attendeeId: 'yuan-jie', venueId: 'main' }],
      ],
      withChair(),
    );
    expect(look(hybrid).get('seats')).toMatchObject({ state: 'advised', count: 1 });
    expect(stateOf('seats', after([['withdraw-venue', { venueId: 'branch' }]], hybrid))).toBe('done');
  });
});
