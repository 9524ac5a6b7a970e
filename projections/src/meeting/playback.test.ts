import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMeeting } from '../testing/any-meeting.ts';
import { heldConference } from '../testing/conference.ts';
import { longMeeting } from '../testing/long-meeting.ts';
import { Playback } from './playback.ts';
import { foldView, initialView } from './view.ts';

describe('The playback of a meeting', () => {
  it('shows after any number of events what was live then', () => {
    fc.assert(
      fc.property(anyMeeting(), fc.array(fc.nat(), { maxLength: 5 }), ({ events }, jumps) => {
        const playback = new Playback(events);
        for (const jump of jumps) {
          const count = jump % (events.length + 1);
          expect(JSON.stringify(playback.viewAfter(count))).toBe(JSON.stringify(foldView(events.slice(0, count))));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('jumps back and forth over many keyframes without one view disturbing another', () => {
    const events = longMeeting({ events: 2000, attendees: 30 });
    const playback = new Playback(events);
    const live = JSON.stringify(playback.latest);
    for (const count of [1999, 0, 64, 63, 65, 1000, 500, 1001, 2000, 1]) {
      expect(JSON.stringify(playback.viewAfter(count)), `after ${count}`).toBe(
        JSON.stringify(foldView(events.slice(0, count))),
      );
    }
    expect(JSON.stringify(playback.latest)).toBe(live);
  });

  it('stands at a revision of the meeting with all that was recorded up to it', () => {
    const { events } = heldConference();
    const playback = new Playback(events);
    const opening = events.find(({ type }) => type === 'MeetingOpened')!;
    const view = playback.viewAt(opening.revision);
    expect([view.revision, view.position]).toEqual([opening.revision, opening.position.toString()]);
    expect(view.meeting.lifecycle.status).toBe('open');
    expect(playback.viewAt(opening.revision - 1).meeting.lifecycle.status).toBe('convened');
    expect(playback.viewAt(-1)).toBe(initialView);
    expect(playback.viewAt(10_000)).toBe(playback.latest);
  });

  it('stands at an instant, whatever its offset', () => {
    const playback = new Playback(heldConference().events);
    expect(playback.viewAt('2021-05-26T09:14:00+08:00').meeting.floor.speech?.pauses.at(-1)?.to).toBeNull();
    expect(playback.viewAt('2021-05-26T01:14:30.000Z').meeting.floor.speech?.pauses.at(-1)?.to).not.toBeNull();
    expect(playback.viewAt('1999-01-01T00:00:00Z')).toBe(initialView);
    expect(playback.viewAt('2099-01-01T00:00:00Z')).toBe(playback.latest);
    expect(() => playback.viewAt('yesterday')).toThrow(RangeError);
  });

  it('gives the events that had been recorded by then', () => {
    const { events } = heldConference();
    const playback = new Playback(events);
    expect(playback.eventsUntil('2021-05-26T01:00:00.000Z').at(-1)?.type).toBe('FloorGiven');
    expect(playback.eventsUntil('2099-01-01T00:00:00Z')).toEqual(events);
  });

  it('steps from one notable event to the next and back', () => {
    const playback = new Playback(heldConference().events);
    const shown = (count: number | undefined) => (count === undefined ? undefined : playback.eventAt(count - 1)?.type);
    const convened = playback.nextNotable(0);
    const opened = playback.nextNotable(convened!);
    const called = playback.nextNotable(opened!);
    expect([shown(convened), shown(opened), shown(called)]).toEqual(['MeetingConvened', 'MeetingOpened', 'ItemCalled']);
    expect(playback.previousNotable(called!)).toBe(opened);
    expect(playback.previousNotable(convened!)).toBeUndefined();
    expect(shown(playback.previousNotable(playback.length + 1))).toBe('ItemConcluded');
    expect(playback.nextNotable(playback.length)).toBeUndefined();
  });

  it('goes on with what arrives live, and takes nothing twice', () => {
    const { events, view } = heldConference();
    const playback = new Playback(events.slice(0, 30));
    for (const event of events) playback.append(event);
    expect(playback.length).toBe(events.length);
    expect(JSON.stringify(playback.latest)).toBe(JSON.stringify(view));
  });

  it('goes on from a snapshot', () => {
    const { events, view } = heldConference();
    const playback = new Playback(events.slice(40), foldView(events.slice(0, 40)));
    expect(JSON.stringify(playback.viewAfter(0))).toBe(JSON.stringify(foldView(events.slice(0, 40))));
    expect(JSON.stringify(playback.latest)).toBe(JSON.stringify(view));
  });
});
