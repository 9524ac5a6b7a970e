import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVisibleTo } from '@rostrum/events';
import type { RecordedEvent } from '@rostrum/events';
import { anyMeeting, EMBARGOED } from '../testing/any-meeting.ts';
import { heldConference } from '../testing/conference.ts';
import { evolveView, foldView, initialView, reviveView } from './view.ts';
import type { ViewEvent } from './view.ts';

/** What the attendees are sent of a record. */
const visible = (events: readonly RecordedEvent[]) =>
  events.filter((event) => !event.stream.startsWith('meeting-') || isVisibleTo(event, 'attendees'));

const foreign = (more: Partial<ViewEvent>): ViewEvent => ({
  id: 'x',
  stream: 'meeting-any',
  type: 'SomethingOfTheFuture',
  revision: 0,
  position: '999999',
  data: { at: '2030-01-01T00:00:00.000Z' },
  ...more,
});

describe('The view of a meeting', () => {
  it('brings together what its streams say', () => {
    const { view } = heldConference();
    expect(view.meeting.lifecycle.status).toBe('closed');
    expect(view.attendance.counts.get('academy')?.at(-1)?.count).toBe(5);
    expect(view.conversation.questions.get('when')?.answered?.text).toBe('In June.');
    expect(view.at).toBe(view.meeting.lifecycle.closedAt);
  });

  it('follows what becomes of a directive after the meeting', () => {
    const conference = heldConference();
    const respondent = 'CASIC / Second-level units / Second Academy';
    conference.give('report-directive-progress', {
      directiveId: 'first',
      respondent,
      report: 'Half done.',
      percent: 50,
    });
    expect(conference.view.followUps.get('first')?.respondents.get(respondent)?.percent).toBe(50);
    expect(conference.view.revision).toBe(heldConference().view.revision);
  });

  it('takes no event twice', () => {
    const { events, view } = heldConference();
    const doubled = events.flatMap((event) => [event, event]);
    expect(JSON.stringify(foldView(doubled))).toBe(JSON.stringify(view));
    expect(foldView(events, view)).toBe(view);
  });

  it('takes events with positions as text as it takes them as numbers', () => {
    const { events, view } = heldConference();
    const wire = events.map((event) => ({ ...event, position: event.position.toString() }));
    expect(JSON.stringify(foldView(wire))).toBe(JSON.stringify(view));
  });

  it('passes over event types and streams that it does not know', () => {
    const { view } = heldConference();
    const after = evolveView(view, foreign({ revision: view.revision + 1 }));
    expect(after.meeting).toBe(view.meeting);
    expect([after.position, after.revision]).toEqual(['999999', view.revision + 1]);
    const elsewhere = evolveView(view, foreign({ stream: 'account-1' }));
    expect(elsewhere).toEqual({ ...view, position: '999999' });
    for (const family of ['attendance', 'conversation', 'directive']) {
      expect(evolveView(view, foreign({ stream: `${family}-conference` })).meeting).toBe(view.meeting);
    }
  });

  it('tells no time earlier than it has told already', () => {
    const { view } = heldConference();
    const late = foreign({ data: { at: '2021-05-26T00:00:00.000Z' } });
    expect(evolveView(view, late).at).toBe(view.at);
    expect(evolveView(view, foreign({ data: null })).at).toBe(view.at);
    expect(evolveView(view, foreign({ data: { at: '2021-05-26T23:00:00+08:00' } })).at).toBe(
      '2021-05-26T23:00:00+08:00',
    );
  });

  it('goes through JSON and goes on from there', () => {
    fc.assert(
      fc.property(anyMeeting(), fc.nat(), ({ events }, cut) => {
        const place = events.length === 0 ? 0 : cut % events.length;
        const snapshot = reviveView(JSON.stringify(foldView(events.slice(0, place))));
        expect(JSON.stringify(foldView(events.slice(place), snapshot))).toBe(JSON.stringify(foldView(events)));
      }),
      { numRuns: 40 },
    );
  });

  it('shows those who are not officers nothing that is under embargo', () => {
    fc.assert(
      fc.property(anyMeeting({ disclose: false }), ({ events }) => {
        expect(JSON.stringify(foldView(visible(events)))).not.toContain(EMBARGOED);
      }),
      { numRuns: 60 },
    );
  });

  it('shows those who are not officers what was conferred, issued and announced', () => {
    const { events, view } = heldConference();
    const seen = foldView(visible(events));
    expect(seen.meeting.commendations.conferred).toEqual(view.meeting.commendations.conferred);
    expect(seen.meeting.statements.all.keys()).toEqual(['duty']);
    expect(seen.meeting.documents.all.get('overall-plan')?.title).toBe('Overall Plan for the Implementation');
    expect(JSON.stringify(seen)).not.toContain('The secret award');
    expect(JSON.stringify(view)).toContain('The secret award');
  });

  it('begins with nothing', () => {
    expect(initialView).toMatchObject({ revision: -1, position: '0', at: null });
    expect(foldView([])).toBe(initialView);
  });
});
