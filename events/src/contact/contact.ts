// How to reach an attendee: e-mail and telephone, for invitations. Not part of the record: a stream for each attendee,
// and erasing a person's contact data is deleting that stream, so there is no event that says it was erased.

import * as z from 'zod';
import { Codec } from '../kernel/codec.ts';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { id, instant } from '../kernel/text.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import type { MeetingStatus } from '../meeting/lifecycle.ts';
import { attendeeOnRoster } from '../meeting/names.ts';
import { isOfficer } from '../meeting/roles.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** 254 characters: the longest address that mail can be sent to (RFC 3696, erratum 1690). */
const email = z
  .email('Must be an e-mail address, such as name@example.org.')
  .max(254, 'Must not be longer than 254 characters.');
const telephone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 ()./-]{2,38}$/, 'Must be a telephone number, such as +86 10 1234 5678.');

export const contactEvents = {
  ContactSet: z.strictObject({
    attendeeId: id,
    meetingId: id,
    email: email.nullable(),
    telephone: telephone.nullable(),
    at: instant,
  }),
};
export type ContactEvent = EventOf<typeof contactEvents>;
export const contactCodec = new Codec(contactEvents);

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type ContactState = {
  /** Both empty before the first event. */
  readonly attendeeId: string;
  readonly meetingId: string;
  readonly email: string | null;
  readonly telephone: string | null;
};

export const initialContact: ContactState = { attendeeId: '', meetingId: '', email: null, telephone: null };

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveContact: Evolve<ContactState, ContactEvent> = {
  ContactSet: (_state, { at: _at, ...contact }) => contact,
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const contactCommands = {
  'set-contact': {
    summary: 'Set contact data',
    description:
      'Sets e-mail and telephone of an attendee; null is none. By an officer, or by the attendee. They are used for the invitation and stand nowhere in the record.',
    input: z.strictObject({
      attendeeId: id,
      email: email.nullable().default(null),
      telephone: telephone.nullable().default(null),
    }),
    example: { attendeeId: 'attendee-1', email: 'liu@example.org', telephone: '+86 10 1234 5678' },
    by: [...OFFICERS, 'attendee'],
    during: ['draft', 'convened', 'open', 'recess', 'closed', 'minuted', 'sealed'],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const decideContact: Deciders<typeof contactCommands, ContactState, BesideMeeting, ContactEvent> = {
  'set-contact': ({ data, actor, at }, contact, { meeting }) => {
    const { attendeeId, email, telephone } = data;
    const { meetingId } = meeting.lifecycle;
    if (!isOfficer(actor, meeting) && actor.id !== attendeeId) {
      return reject.forbidden('contact.not-yours', 'You can change your own contact data only.', { attendeeId });
    }
    if (!attendeeOnRoster(meeting.roster, attendeeId)) {
      return reject.missing('roster.unknown', 'There is no such attendee on the roster.', { attendeeId });
    }
    if (contact.meetingId !== '' && contact.meetingId !== meetingId) {
      return reject.conflict(
        'contact.of-another-meeting',
        'An attendee of another meeting has this id, and contact data is kept by the id. Add the attendee under another id.',
        { attendeeId },
      );
    }
    if (contact.email === email && contact.telephone === telephone) return nothing;
    return [{ type: 'ContactSet', data: { attendeeId, meetingId, email, telephone, at } }];
  },
};
