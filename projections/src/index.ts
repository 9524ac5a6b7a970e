/** Read models folded from events: the pure views, which run in the browser and on the server alike. */

export { isNotable } from './meeting/notable.ts';
export { inOrder, isLaterPosition, positionText } from './meeting/order.ts';
export type { Position } from './meeting/order.ts';
export { Playback } from './meeting/playback.ts';
export { evolveView, foldView, initialView, reviveView } from './meeting/view.ts';
export type { MeetingView, ViewEvent } from './meeting/view.ts';
