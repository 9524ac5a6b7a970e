// What an actor is in a given meeting. Every permission follows from these roles; each command names those it is for.

import type { Actor } from '../kernel/actor.ts';
import { OFFICERS } from '../kernel/command.ts';
import type { Role } from '../kernel/command.ts';
import type { MeetingState } from './meeting.ts';

/** All roles of an actor in a meeting. An account's roles hold in every meeting; whoever came by a link has none outside theirs. */
export function rolesOf(actor: Actor, meeting: MeetingState): readonly Role[] {
  if (actor.kind === 'system') return ['system'];
  if (actor.kind === 'account')
    return actor.roles.includes('administrator')
      ? [...new Set<Role>([...actor.roles, 'organizer', 'archivist'])]
      : actor.roles;

  if (actor.kind === 'screen' || actor.kind === 'steward') {
    if (actor.meetingId !== meeting.lifecycle.meetingId) return [];
    return actor.kind === 'screen' ? ['screen'] : ['doorkeeper'];
  }

  const attendee = meeting.roster.attendees.get(actor.id);
  if (actor.meetingId !== meeting.lifecycle.meetingId || !attendee || attendee.removed) return [];
  const { chair, deputies, secretary } = meeting.officers;
  return [
    'attendee',
    ...(chair === actor.id ? (['chair'] as const) : []),
    ...(deputies.includes(actor.id) ? (['deputy'] as const) : []),
    ...(secretary === actor.id ? (['secretary'] as const) : []),
    ...(attendee.capacity === 'steward' ? (['steward'] as const) : []),
  ];
}

/** Organizer, chair, deputy or secretary: sees what is under embargo and prepares the meeting. */
export function isOfficer(actor: Actor, meeting: MeetingState): boolean {
  return rolesOf(actor, meeting).some((role) => (OFFICERS as readonly Role[]).includes(role));
}

/** True where the actor may act for a name on the roster: for themselves, or for the delegation they head. */
export function speaksFor(actor: Actor, rosterId: string, meeting: MeetingState): boolean {
  if (actor.kind !== 'attendee' || actor.meetingId !== meeting.lifecycle.meetingId) return false;
  return actor.id === rosterId || meeting.roster.delegations.get(rosterId)?.headId === actor.id;
}
