// Who does something. The actor is part of every command and of every event's metadata; what an actor may do in a
// meeting follows from it and from the meeting itself (`roles.ts`), never from a route.

import * as z from 'zod';
import { id, line } from './text.ts';

/** What an account may be trusted with in the whole deployment. */
export const accountRole = z.enum(['administrator', 'organizer', 'archivist']);
export type AccountRole = z.infer<typeof accountRole>;

/** A screen or a steward's device, under the name that it was given; `venueId` null: for the whole meeting. */
const station = { id, meetingId: id, name: line(200), venueId: id.nullable() };

/**
 * An account signed in with a password or through an identity provider; an attendee who came by a personal link, bound
 * to one meeting; a screen in the hall or a steward at the door, who came by a link of their own, whose id is theirs; or
 * a process of the system itself (the usher, a webhook), by its name.
 */
export const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), id, name: line(200), roles: z.array(accountRole) }),
  z.strictObject({ kind: z.literal('attendee'), id, meetingId: id, name: line(200) }),
  z.strictObject({ kind: z.literal('screen'), ...station }),
  z.strictObject({ kind: z.literal('steward'), ...station }),
  z.strictObject({ kind: z.literal('system'), id }),
]);
export type Actor = z.infer<typeof actor>;

/** A screen or a steward: nobody of the roster, and of no account. */
export type StationActor = Extract<Actor, { readonly venueId: string | null }>;

/** True where the actor came by the link of a screen or a steward. */
export const isStation = (who: Actor): who is StationActor => who.kind === 'screen' || who.kind === 'steward';
