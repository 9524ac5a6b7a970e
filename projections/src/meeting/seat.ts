// A meeting as it is seen from a seat beside the two audiences: from a screen in the hall, or from the door. What such a
// seat is not told is as it was before anything happened, exactly as if only the events had been folded that reach it.

import { initialConversation, initialMeeting, Ledger } from '@rostrum/events';
import type { MeetingState, Seat } from '@rostrum/events';
import type { MeetingView } from './view.ts';

/**
 * The view from a seat, of the view that everyone present has.
 * @param seat `attendees` has that very view
 */
export function viewFromSeat(view: MeetingView, seat: Exclude<Seat, 'officers'>): MeetingView {
  if (seat === 'attendees') return view;
  const untold = { ...view, conversation: initialConversation, followUps: Ledger.empty<never>() };
  return seat === 'hall' ? untold : { ...untold, meeting: fromTheDoor(view.meeting) };
}

/** When and where it is, how far it has come, and the roster. A correction may tell of anything that was said. */
const fromTheDoor = ({ lifecycle, roster }: MeetingState): MeetingState => ({
  ...initialMeeting,
  lifecycle: { ...lifecycle, corrections: initialMeeting.lifecycle.corrections },
  roster,
});
