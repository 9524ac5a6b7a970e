/** Read models folded from events: the pure views, which run in the browser and on the server alike. */

export { agendaProgress } from './meeting/agenda-progress.ts';
export type { AgendaProgress, ItemProgress } from './meeting/agenda-progress.ts';
export { attendancePerItem } from './meeting/attendance-per-item.ts';
export type { AttendanceRow, AttendanceTable, ItemAttendance } from './meeting/attendance-per-item.ts';
export { nextStep } from './meeting/next-step.ts';
export type { NextStep, NextStepReason } from './meeting/next-step.ts';
export { offeredStep } from './meeting/offered-step.ts';
export type { OfferedStep } from './meeting/offered-step.ts';
export { isNotable } from './meeting/notable.ts';
export { inOrder, isLaterPosition, positionText } from './meeting/order.ts';
export type { Position } from './meeting/order.ts';
export { Playback } from './meeting/playback.ts';
export { presenceByVenue } from './meeting/presence-by-venue.ts';
export type { PresenceByVenue, VenueRow } from './meeting/presence-by-venue.ts';
export { presenceCurve } from './meeting/presence-curve.ts';
export type { PresenceStep } from './meeting/presence-curve.ts';
export { namesInOrder, presenceOver, presentNames } from './meeting/presence.ts';
export type { PresentName, RosterName } from './meeting/presence.ts';
export { speakingTimes, speechesOf } from './meeting/speaking-times.ts';
export type { ItemTime, SpeakerTime, SpeakingTimes, UnitSpeakingTime } from './meeting/speaking-times.ts';
export { storyOf } from './meeting/story.ts';
export type { InTheChair, Outcome, Story } from './meeting/story.ts';
export { timeline } from './meeting/timeline.ts';
export type { ItemLane, Mark, MarkKind, Span, SpeechSpan, Timeline, VoteSpan } from './meeting/timeline.ts';
export { viewFromSeat } from './meeting/seat.ts';
export { evolveView, foldView, initialView, instantOf, reviveView } from './meeting/view.ts';
export type { MeetingView, ViewEvent } from './meeting/view.ts';

export type { Block, Entry, MinutesDocument, Said, Section } from './meeting/minutes/document.ts';
export { MINUTES_STYLE } from './meeting/minutes/html-style.ts';
export { renderHtml } from './meeting/minutes/html.ts';
export { renderMarkdown } from './meeting/minutes/markdown.ts';
export { minutesOf, signedPart } from './meeting/minutes/minutes.ts';
