import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVisibleTo } from '@rostrum/events';
import type { RecordedEvent, Seat } from '@rostrum/events';
import { anyMeeting, EMBARGOED } from '../testing/any-meeting.ts';
import { heldConference } from '../testing/conference.ts';
import { viewFromSeat } from './seat.ts';
import { foldView } from './view.ts';
import type { MeetingView } from './view.ts';

/** What reaches a seat of a record: of the streams beside the meeting, the attendance alone. */
const reaching = (events: readonly RecordedEvent[], seat: Seat) =>
  events.filter((event) =>
    event.stream.startsWith('meeting-') ? isVisibleTo(event, seat) : event.stream.startsWith('attendance-'),
  );

const everyone = (events: readonly RecordedEvent[]): MeetingView =>
  foldView(events.filter((event) => !event.stream.startsWith('meeting-') || isVisibleTo(event, 'attendees')));

const content = ({ meeting, attendance, conversation, followUps }: MeetingView): string =>
  JSON.stringify({ meeting, attendance, conversation, followUps });

describe.each(['hall', 'door'] as const)('the view from the %s', (seat) => {
  it('is what the events make of it that reach that seat, for any meeting', () => {
    fc.assert(
      fc.property(anyMeeting(), ({ events }) => {
        const view = viewFromSeat(everyone(events), seat);
        expect(content(view)).toBe(content(foldView(reaching(events, seat))));
      }),
      { numRuns: 60 },
    );
  });

  it('has nothing of what is under embargo', () => {
    fc.assert(
      fc.property(anyMeeting({ disclose: false }), ({ events }) => {
        expect(JSON.stringify(viewFromSeat(everyone(events), seat))).not.toContain(EMBARGOED);
      }),
      { numRuns: 30 },
    );
  });

  it('has nothing of what was written, and everything of who is there', () => {
    const whole = everyone(heldConference().events);
    const view = viewFromSeat(whole, seat);
    expect(whole.conversation.questions.size).toBeGreaterThan(0);
    expect(view.conversation.questions.size).toBe(0);
    expect(view.attendance).toBe(whole.attendance);
    expect(view.meeting.roster).toBe(whole.meeting.roster);
  });
});

it('from the door nobody hears a word of the meeting', () => {
  const { meeting } = viewFromSeat(everyone(heldConference().events), 'door');
  expect(meeting.agenda.items.size).toBe(0);
  expect(meeting.floor.finished.size).toBe(0);
  expect(meeting.commendations).toEqual(foldView([]).meeting.commendations);
});
