// Who does something. The actor is part of every command and of every event's metadata; what an actor may do in a
// meeting follows from it and from the meeting itself (`roles.ts`), never from a route.

import * as z from 'zod';
import { id, line } from './text.ts';

/** What an account may be trusted with in the whole deployment. */
export const accountRole = z.enum(['administrator', 'organizer', 'archivist']);
export type AccountRole = z.infer<typeof accountRole>;

/**
 * An account signed in with a password or through an identity provider; an attendee who came by a personal link, bound
 * to one meeting; or a process of the system itself (the usher, a webhook), by its name.
 */
export const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), id, name: line(200), roles: z.array(accountRole) }),
  z.strictObject({ kind: z.literal('attendee'), id, meetingId: id, name: line(200) }),
  z.strictObject({ kind: z.literal('system'), id }),
]);
export type Actor = z.infer<typeof actor>;
