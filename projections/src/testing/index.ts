/** Records for tests and measurements, written by the rules themselves. Nothing that runs in production uses it. */

export { Chance } from './chance.ts';
export { heldConference, preparedConference } from './conference.ts';
export { longMeeting } from './long-meeting.ts';
export type { LongMeeting } from './long-meeting.ts';
export { organizer, Rehearsal, usher } from './rehearsal.ts';
