// A past meeting as another one is made from it, and what of it is still open.

import type { AgendaItem, Attendee, Delegation, LifecycleState, OfficersState, Venue } from '@rostrum/events';
import type { Client } from '../../../api/client.ts';

/** The view of a meeting as the server writes it: its collections are lists. */
export type PastMeeting = {
  readonly lifecycle: LifecycleState;
  readonly officers: OfficersState;
  readonly agenda: { readonly items: readonly AgendaItem[]; readonly order: readonly string[] };
  readonly roster: {
    readonly attendees: readonly Attendee[];
    readonly delegations: readonly Delegation[];
    readonly venues: readonly Venue[];
  };
};

export type OpenDirective = { readonly ordinal: number; readonly text: string };

export type Past = { readonly meeting: PastMeeting; readonly directives: readonly OpenDirective[] };

/**
 * Reads what another meeting is made from.
 * @throws Problem
 */
export async function readPast(client: Client, meetingId: string): Promise<Past> {
  const named = encodeURIComponent(meetingId);
  const [{ meeting }, { rows }] = await Promise.all([
    client.get<{ readonly meeting: PastMeeting }>(`/api/meetings/${named}`),
    client.get<{ readonly rows: readonly OpenDirective[] }>(
      `/api/directives?meetingId=${named}&standing=open&limit=100`,
    ),
  ]);
  return { meeting, directives: rows.toSorted((a, b) => a.ordinal - b.ordinal) };
}
