// One meeting as it stands after some of its events: its own stream, who is there, what was written, and what became of
// its directives. The room, the desk, the minutes and the replay all read this, on the server and in the browser.

import {
  evolveAttendance,
  evolveConversation,
  evolveFollowUp,
  evolveMeeting,
  foldBy,
  initialAttendance,
  initialConversation,
  initialFollowUp,
  initialMeeting,
  Ledger,
  reviveLedgers,
} from '@rostrum/events';
import type { AttendanceState, ConversationState, FollowUpState, Instant, MeetingState } from '@rostrum/events';
import { isLaterInstant, isLaterPosition, positionText } from './order.ts';
import type { Position } from './order.ts';

export type MeetingView = {
  readonly meeting: MeetingState;
  readonly attendance: AttendanceState;
  readonly conversation: ConversationState;
  /** What became of each directive after the meeting, by directive id. */
  readonly followUps: Ledger<FollowUpState>;
  /** Revision of the last event of the meeting's own stream; -1 before the first. */
  readonly revision: number;
  /** Position in the store of the last event folded, as decimal text; `0` before the first. */
  readonly position: string;
  /** The latest instant that any folded event carries; null before the first. */
  readonly at: Instant | null;
};

/** An event as the view folds it: as recorded, or from the wire with its position as decimal text. */
export type ViewEvent = {
  readonly id: string;
  /** `meeting-<id>`, `attendance-<id>`, `conversation-<id>` or `directive-<id>.<directive id>`; others are passed over. */
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly position: Position;
  readonly data: unknown;
  /** Who did it: on the wire beside the data, in the store among the metadata. */
  readonly actor?: { readonly kind: string; readonly id: string; readonly name?: string };
  readonly metadata?: { readonly actor: { readonly kind: string; readonly id: string; readonly name?: string } };
};

/** A meeting before its first event. */
export const initialView: MeetingView = {
  meeting: initialMeeting,
  attendance: initialAttendance,
  conversation: initialConversation,
  followUps: Ledger.empty(),
  revision: -1,
  position: '0',
  at: null,
};

const foldAttendance = foldBy(evolveAttendance);
const foldConversation = foldBy(evolveConversation);
const foldFollowUp = foldBy(evolveFollowUp);

type Family = (view: MeetingView, event: ViewEvent) => Partial<MeetingView>;

/** By the family of the stream: what of the view an event replaces. */
const families: Readonly<Record<string, Family>> = {
  meeting: ({ meeting }, event) => ({
    meeting: evolveMeeting(meeting, event),
    revision: event.revision,
  }),
  attendance: ({ attendance }, event) => ({ attendance: foldAttendance(attendance, event) }),
  conversation: ({ conversation }, event) => ({ conversation: foldConversation(conversation, event) }),
  directive: ({ followUps }, event) => {
    const { directiveId } = event.data as { readonly directiveId: string };
    const followUp = foldFollowUp(followUps.get(directiveId) ?? initialFollowUp, event);
    return { followUps: followUps.set(directiveId, followUp) };
  },
};

const instantOf = (data: unknown): Instant | null =>
  typeof data === 'object' && data !== null && 'at' in data && typeof data.at === 'string' ? data.at : null;

/**
 * The view after one more event of the same meeting, in the order of positions.
 * An event that was folded before (its position is not later than the view's) leaves the view as it is, so a delivery
 * may be repeated. Event types of a newer version and streams that do not belong here move the position on and nothing else.
 */
export function evolveView(view: MeetingView, event: ViewEvent): MeetingView {
  const position = positionText(event.position);
  if (!isLaterPosition(position, view.position)) return view;
  const family = families[event.stream.slice(0, event.stream.indexOf('-'))];
  if (!family) return { ...view, position };
  const at = instantOf(event.data);
  return {
    ...view,
    ...family(view, event),
    position,
    at: at !== null && (view.at === null || isLaterInstant(at, view.at)) ? at : view.at,
  };
}

/** The view after many events, in the order of positions. */
export const foldView = (events: Iterable<ViewEvent>, from: MeetingView = initialView): MeetingView => {
  let view = from;
  for (const event of events) view = evolveView(view, event);
  return view;
};

/** A view from the text that `JSON.stringify` made of one. */
export const reviveView = (json: string): MeetingView => JSON.parse(json, reviveLedgers) as MeetingView;
