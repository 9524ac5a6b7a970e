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

/** The view after one event of a family of streams; `position` and `at` are those after it. */
type Fold = (view: MeetingView, event: ViewEvent, position: string, at: Instant | null) => MeetingView;

// Each writes its part by name: a fold of 20,000 events is a third faster than with a computed key.
const folds: Readonly<Record<string, Fold>> = {
  meeting: (view, event, position, at) => ({
    ...view,
    meeting: evolveMeeting(view.meeting, event),
    revision: event.revision,
    position,
    at,
  }),
  attendance: (view, event, position, at) => ({
    ...view,
    attendance: foldAttendance(view.attendance, event),
    position,
    at,
  }),
  conversation: (view, event, position, at) => ({
    ...view,
    conversation: foldConversation(view.conversation, event),
    position,
    at,
  }),
  directive: (view, event, position, at) => {
    const { directiveId } = (event.data ?? {}) as { readonly directiveId?: unknown };
    if (typeof directiveId !== 'string') return { ...view, position, at };
    const followUp = foldFollowUp(view.followUps.get(directiveId) ?? initialFollowUp, event);
    return { ...view, followUps: view.followUps.set(directiveId, followUp), position, at };
  },
};

/** The instant that an event's data carry; null where they carry none. */
export function instantOf(event: Pick<ViewEvent, 'data'>): Instant | null {
  const { at } = (event.data ?? {}) as { readonly at?: unknown };
  return typeof at === 'string' ? at : null;
}

/**
 * The view after one more event of the same meeting, in the order of positions.
 * An event that was folded before (its position is not later than the view's) leaves the view as it is, so a delivery
 * may be repeated. Event types of a newer version and streams that do not belong here move the position on and nothing else.
 */
export function evolveView(view: MeetingView, event: ViewEvent): MeetingView {
  const position = positionText(event.position);
  if (!isLaterPosition(position, view.position)) return view;
  const fold = folds[event.stream.slice(0, event.stream.indexOf('-'))];
  if (fold === undefined) return { ...view, position };
  const at = instantOf(event);
  const isNews = at !== null && (view.at === null || isLaterInstant(at, view.at));
  return fold(view, event, position, isNews ? at : view.at);
}

/** The view after many events, in the order of positions. */
export const foldView = (events: Iterable<ViewEvent>, from: MeetingView = initialView): MeetingView => {
  let view = from;
  for (const event of events) view = evolveView(view, event);
  return view;
};

/** A view from the text that `JSON.stringify` made of one. */
export const reviveView = (json: string): MeetingView => JSON.parse(json, reviveLedgers) as MeetingView;
