// A personal link: `<public address>/join#<meeting>.<token>`. What comes after the # never leaves the browser by itself
// and stands in no server's log; the page sends it in the body of a POST.

import { TOKEN } from './token.ts';

/** Which meeting a link is for, and what opens its door. */
export type PersonalLink = { readonly meetingId: string; readonly token: string };

/** The link as it is handed to an attendee. */
export const linkUrl = (publicUrl: string, { meetingId, token }: PersonalLink): string =>
  `${publicUrl}/join#${meetingId}.${token}`;

const MEETING_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

/** Reads a whole link, or what comes after its #; undefined where it is neither. */
export function parseLink(text: string): PersonalLink | undefined {
  const secret = text.trim().slice(text.trim().lastIndexOf('#') + 1);
  const dot = secret.lastIndexOf('.');
  const [meetingId, token] = [secret.slice(0, Math.max(0, dot)), secret.slice(dot + 1)];
  return MEETING_ID.test(meetingId) && TOKEN.test(token) ? { meetingId, token } : undefined;
}
