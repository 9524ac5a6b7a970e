// The door of a meeting: personal links by which attendees come in, links of screens and stewards, and sessions that were ended. A stream of its own,
// never part of the live stream, the record or an export. A link's token is known to its holder alone; here stands its
// SHA-256.

import * as z from 'zod';
import { Codec } from '../kernel/codec.ts';
import { ANYONE_PRESENT, OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { id, instant, line, sha256 } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import type { MeetingStatus } from '../meeting/lifecycle.ts';
import { attendeeOnRoster } from '../meeting/names.ts';
import { unknownVenue } from '../meeting/venues.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const doorEvents = {
  LinkIssued: z.strictObject({ linkId: id, attendeeId: id, tokenHash: sha256, expiresAt: instant, at: instant }),
  StationLinkIssued: z.strictObject({
    linkId: id,
    station: z.enum(['screen', 'steward']),
    name: line(100),
    venueId: id.nullable(),
    tokenHash: sha256,
    expiresAt: instant,
    at: instant,
  }),
  LinkRevoked: z.strictObject({ linkId: id, reason: line(300).nullable(), at: instant }),
  SessionEnded: z.strictObject({ sessionId: id, at: instant }),
};
export type DoorEvent = EventOf<typeof doorEvents>;
export const doorCodec = new Codec(doorEvents);

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a link is for that is nobody's own: a screen that shows the meeting, or a steward who sees to the door. */
export type Station = {
  readonly kind: 'screen' | 'steward';
  /** Under which it is known: `Great hall, left`, `East entrance`. */
  readonly name: string;
  /** Null: for the whole meeting. */
  readonly venueId: string | null;
};

export type Link = Issued & (OfAttendee | OfStation);
type OfAttendee = { readonly attendeeId: string; readonly station: null };
type OfStation = { readonly attendeeId: null; readonly station: Station };

type Issued = {
  readonly linkId: string;
  /** SHA-256 of the token, in lower-case hexadecimal. */
  readonly tokenHash: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly revoked: { readonly reason: string | null; readonly at: Instant } | null;
};

export type DoorState = {
  readonly links: Ledger<Link>;
  /** From a token's hash to the id of its link. */
  readonly byTokenHash: Ledger<string>;
  /** When a session was ended, by its id. */
  readonly endedSessions: Ledger<Instant>;
};

export const initialDoor: DoorState = {
  links: Ledger.empty(),
  byTokenHash: Ledger.empty(),
  endedSessions: Ledger.empty(),
};

/** A link that opens the door, or why it does not. */
export type Entry =
  | { readonly link: Link; readonly refused: null }
  | { readonly link: Link | null; readonly refused: 'unknown' | 'revoked' | 'expired' };

/** Whether a link opens the door at an instant: for a session that began with it. A link expires at its last instant. */
export function linkAt({ links }: DoorState, linkId: string, at: Instant): Entry {
  const link = links.get(linkId);
  if (!link) return { link: null, refused: 'unknown' };
  if (link.revoked) return { link, refused: 'revoked' };
  return Date.parse(link.expiresAt) <= Date.parse(at) ? { link, refused: 'expired' } : { link, refused: null };
}

/** Whether the token with this hash opens the door at an instant. */
export function linkFor(door: DoorState, tokenHash: string, at: Instant): Entry {
  const linkId = door.byTokenHash.get(tokenHash);
  return linkId === undefined ? { link: null, refused: 'unknown' } : linkAt(door, linkId, at);
}

/** True where the session was ended. */
export const isSessionEnded = ({ endedSessions }: DoorState, sessionId: string): boolean =>
  endedSessions.has(sessionId);

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveDoor: Evolve<DoorState, DoorEvent> = {
  LinkIssued: (state, { linkId, attendeeId, tokenHash, expiresAt, at }) => ({
    ...state,
    links: state.links.set(linkId, {
      linkId,
      attendeeId,
      station: null,
      tokenHash,
      issuedAt: at,
      expiresAt,
      revoked: null,
    }),
    byTokenHash: state.byTokenHash.set(tokenHash, linkId),
  }),
  StationLinkIssued: (state, { linkId, station: kind, name, venueId, tokenHash, expiresAt, at }) => ({
    ...state,
    links: state.links.set(linkId, {
      linkId,
      attendeeId: null,
      station: { kind, name, venueId },
      tokenHash,
      issuedAt: at,
      expiresAt,
      revoked: null,
    }),
    byTokenHash: state.byTokenHash.set(tokenHash, linkId),
  }),
  LinkRevoked: (state, { linkId, reason, at }) => ({
    ...state,
    links: state.links.change(linkId, (link) => ({ ...link, revoked: { reason, at } })),
  }),
  SessionEnded: (state, { sessionId, at }) => ({ ...state, endedSessions: state.endedSessions.set(sessionId, at) }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The archive too is entered by a personal link, so the door outlives the meeting. */
const ALWAYS = [
  'draft',
  'convened',
  'open',
  'recess',
  'closed',
  'minuted',
  'sealed',
  'cancelled',
] as const satisfies readonly MeetingStatus[];

export const doorCommands = {
  'issue-link': {
    summary: 'Issue a personal link',
    description:
      'Lets an attendee in by a token of which only the SHA-256 is given here. Earlier links of the attendee are revoked unless `replace` is false.',
    input: z.strictObject({
      linkId: id.optional(),
      attendeeId: id,
      tokenHash: sha256,
      expiresAt: instant,
      replace: z.boolean().default(true),
    }),
    example: {
      attendeeId: 'attendee-1',
      tokenHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      expiresAt: '2021-06-26T00:00:00Z',
    },
    by: OFFICERS,
    during: ALWAYS,
  },
  'issue-station-link': {
    summary: 'Issue a link for a screen or a steward',
    description:
      'Lets a screen show the meeting, or a steward check people in, by a token of which only the SHA-256 is given here. A screen sees what everyone present may see and gives no command. A steward sees the roster and who is there, and may check in, check out and count delegations; with a venue, at that venue alone.',
    input: z.strictObject({
      linkId: id.optional(),
      station: z.enum(['screen', 'steward']),
      name: line(100),
      venueId: id.nullable().default(null),
      tokenHash: sha256,
      expiresAt: instant,
    }),
    example: {
      station: 'screen',
      name: 'Great hall, left',
      venueId: 'main',
      tokenHash: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
      expiresAt: '2021-05-28T00:00:00Z',
    },
    by: OFFICERS,
    during: ALWAYS,
  },
  'revoke-link': {
    summary: 'Revoke a link',
    description: 'The link, and every session that began with it, opens the door no more.',
    input: z.strictObject({ linkId: id, reason: line(300).nullable().default(null) }),
    example: { linkId: 'link-1', reason: 'Sent to the wrong address' },
    by: OFFICERS,
    during: ALWAYS,
  },
  // Anyone who knows a session's id holds it: the id is drawn at random and given to its holder alone.
  'end-session': {
    summary: 'End a session',
    description: 'Signs an attendee out on one device. The link stays as it is.',
    input: z.strictObject({ sessionId: id }),
    example: { sessionId: 'session-1' },
    by: [...ANYONE_PRESENT, 'system'],
    during: ALWAYS,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const taken = (linkId: string | undefined): Rejection =>
  reject.conflict(
    'door.link-exists',
    'There is a link with this id or this token already. Use another id and a new token.',
    { linkId },
  );

const expired = (expiresAt: Instant, at: Instant): Rejection =>
  reject.invalid('door.expires-in-the-past', 'The link would have expired already. Give a later instant.', {
    expiresAt,
    at,
  });

export const decideDoor: Deciders<typeof doorCommands, DoorState, BesideMeeting, DoorEvent> = {
  'issue-link': ({ id: commandId, data, at }, { links, byTokenHash }, { meeting }) => {
    const { linkId = commandId, attendeeId, tokenHash, expiresAt, replace } = data;
    const known = links.get(linkId);
    if (known?.tokenHash === tokenHash && known.attendeeId === attendeeId) return nothing;
    if (known || byTokenHash.has(tokenHash)) return taken(known?.linkId ?? byTokenHash.get(tokenHash));
    if (!attendeeOnRoster(meeting.roster, attendeeId)) {
      return reject.missing('roster.unknown', 'There is no such attendee on the roster.', { attendeeId });
    }
    if (Date.parse(expiresAt) <= Date.parse(at)) return expired(expiresAt, at);
    const replaced = replace
      ? links.values().filter((link) => link.attendeeId === attendeeId && link.revoked === null)
      : [];
    return [
      ...replaced.map((link) => ({
        type: 'LinkRevoked' as const,
        data: { linkId: link.linkId, reason: 'Replaced by a new link', at },
      })),
      { type: 'LinkIssued', data: { linkId, attendeeId, tokenHash, expiresAt, at } },
    ];
  },

  'issue-station-link': ({ id: commandId, data, at }, { links, byTokenHash }, { meeting }) => {
    const { linkId = commandId, station, name, venueId, tokenHash, expiresAt } = data;
    const known = links.get(linkId);
    if (known?.tokenHash === tokenHash && known.station?.kind === station) return nothing;
    if (known || byTokenHash.has(tokenHash)) return taken(known?.linkId ?? byTokenHash.get(tokenHash));
    if (Date.parse(expiresAt) <= Date.parse(at)) return expired(expiresAt, at);
    return (
      unknownVenue(meeting.roster, venueId) ?? [
        { type: 'StationLinkIssued', data: { linkId, station, name, venueId, tokenHash, expiresAt, at } },
      ]
    );
  },

  'revoke-link': ({ data, at }, { links }) => {
    const link = links.get(data.linkId);
    if (!link)
      return reject.missing('door.unknown-link', 'There is no such link to this meeting.', { linkId: data.linkId });
    return link.revoked ? nothing : [{ type: 'LinkRevoked', data: { ...data, at } }];
  },

  'end-session': ({ data, at }, { endedSessions }) =>
    endedSessions.has(data.sessionId) ? nothing : [{ type: 'SessionEnded', data: { ...data, at } }],
};
