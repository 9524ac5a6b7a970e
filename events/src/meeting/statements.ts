// Responsibility statements: an exact text, issued to named recipients, each of whom signs the SHA-256 of the very text
// that was shown to them (`signatures.ts`). Until a statement is issued only the officers see it.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import { sha256Of } from '../kernel/digest.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { differs, overtaken, revised, SEEN } from '../kernel/revise.ts';
import { id, instant, line, prose, sha256 } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { attendeeOnRoster } from './names.ts';
import { addressee, resolveAddressees } from './recipients.ts';
import { decideSignatures, evolveSignatures, outstanding, signatureCommands, signatureEvents } from './signatures.ts';
import type { StatementAnswer } from './signatures.ts';
import { underItem } from './under-item.ts';

export { signatures } from './signatures.ts';
export type { StatementAnswer } from './signatures.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const wording = {
  title: line(300),
  subject: line(500),
  /** Exactly what is signed. */
  text: prose(50_000),
};

const draft = {
  ...wording,
  /** The attendee in whose name it is to be issued. */
  issuerId: id.nullable(),
  /** Roster ids, units and capacities; they are resolved at the issue. */
  addressedTo: z.array(addressee).max(500),
};

export const statementEvents = {
  StatementDrafted: z.strictObject({ statementId: id, ...draft, at: instant }),
  StatementRevised: z.strictObject({ statementId: id, ...draft, at: instant }),
  StatementWithdrawn: z.strictObject({ statementId: id, reason: prose(1000).nullable(), at: instant }),
  StatementIssued: z.strictObject({
    statementId: id,
    ...wording,
    /** Of the text's UTF-8 bytes. */
    sha256,
    issuerId: id,
    /** Roster ids of attendees and delegations. */
    recipients: z.array(id).min(1).max(10_000),
    itemId: id,
    at: instant,
  }),
  ...signatureEvents,
};
export type StatementEvent = EventOf<typeof statementEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Statement = {
  readonly statementId: string;
  readonly title: string;
  readonly subject: string;
  readonly text: string;
  readonly status: 'drafted' | 'withdrawn' | 'issued';
  readonly issuerId: string | null;
  /** Roster ids, `unit:<path>` and `capacity:<capacity>`; once issued, the roster ids alone. */
  readonly addressedTo: readonly string[];
  readonly withdrawnBecause: string | null;
  /** Of the issued text; null until then. */
  readonly sha256: string | null;
  readonly itemId: string | null;
  readonly issuedAt: Instant | null;
  /** By recipient, in the order in which they are addressed; empty until it is issued. */
  readonly answers: Ledger<StatementAnswer>;
};

export type StatementsState = { readonly all: Ledger<Statement> };

export const initialStatements: StatementsState = { all: Ledger.empty() };

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const unissued = {
  withdrawnBecause: null,
  sha256: null,
  itemId: null,
  issuedAt: null,
  answers: Ledger.empty<StatementAnswer>(),
};

export const evolveStatements: Evolve<StatementsState, StatementEvent> = {
  StatementDrafted: ({ all }, { at: _at, ...drafted }) => ({
    all: all.set(drafted.statementId, { ...unissued, ...drafted, status: 'drafted' }),
  }),
  StatementRevised: ({ all }, { at: _at, ...revised }) => ({
    all: all.change(revised.statementId, (statement) => ({ ...statement, ...revised })),
  }),
  StatementWithdrawn: ({ all }, { statementId, reason }) => ({
    all: all.change(statementId, (statement) => ({ ...statement, status: 'withdrawn', withdrawnBecause: reason })),
  }),
  StatementIssued: ({ all }, { at, recipients, ...issued }) => ({
    all: all.set(issued.statementId, {
      ...issued,
      status: 'issued',
      addressedTo: recipients,
      withdrawnBecause: null,
      issuedAt: at,
      answers: Ledger.from(recipients.map((recipientId) => [recipientId, outstanding(recipientId)])),
    }),
  }),
  ...evolveSignatures,
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const statementCommands = {
  'draft-statement': {
    summary: 'Draft a statement',
    description:
      'Prepares a responsibility statement. Only officers see it until it is issued. The issuer and the recipients may be named now or at the issue: recipients by roster id, by “unit:<path>” (all below included) or by “capacity:<capacity>”.',
    input: z.strictObject({
      statementId: id.optional(),
      ...draft,
      issuerId: draft.issuerId.default(null),
      addressedTo: draft.addressedTo.default([]),
    }),
    example: {
      title: 'Responsibility statement for 2021',
      subject: 'Construction of digital space in 2021',
      text: 'I answer for the construction of digital space in my unit in 2021.',
      issuerId: 'yuan-jie',
      addressedTo: ['unit:CASIC / Second-level units'],
    },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'revise-statement': {
    summary: 'Revise a draft statement',
    description: `Replaces what is given and leaves the rest. Refused once the statement is issued: what people sign does not change. ${SEEN}`,
    input: z.strictObject({
      statementId: id,
      ...z.object(draft).partial().shape,
      seen: z.strictObject(draft).partial().optional(),
    }),
    example: { statementId: 'statement-1', addressedTo: ['capacity:leader'] },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'withdraw-statement': {
    summary: 'Withdraw a draft statement',
    description: 'Gives a draft up. Refused once the statement is issued.',
    input: z.strictObject({ statementId: id, reason: prose(1000).nullable().default(null) }),
    example: { statementId: 'statement-1', reason: 'Contained in the annual contract' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'issue-statement': {
    summary: 'Issue a statement',
    description:
      'Issues a draft under an open item of the kind “statement”, in the name of an attendee. Records the exact text, its SHA-256 and every recipient; from then on the recipients sign or decline. The issuer and the recipients given here go before those of the draft.',
    input: z.strictObject({
      statementId: id,
      issuerId: id.optional(),
      addressedTo: draft.addressedTo.min(1).optional(),
    }),
    example: { statementId: 'statement-1', issuerId: 'yuan-jie' },
    by: OFFICERS,
    during: RUNNING,
  },
  ...signatureCommands,
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const unknownStatement = (statementId: string) =>
  reject.missing('statements.unknown', 'There is no such statement in this meeting.', { statementId });

const alreadyIssued = (statementId: string) =>
  reject.conflict('statements.issued', 'This statement is issued, and its text cannot change. Draft another one.', {
    statementId,
  });

const alreadyWithdrawn = (statementId: string) =>
  reject.conflict('statements.withdrawn', 'This draft is withdrawn. Draft another one.', { statementId });

const unknownIssuer = (issuerId: string) =>
  reject.missing('roster.unknown', 'The issuer is not an attendee on the roster. Add the name first.', { issuerId });

export const decideStatements: Deciders<typeof statementCommands, MeetingState, Surroundings, MeetingEvent> = {
  'draft-statement': ({ id: commandId, data, at }, { statements, roster }) => {
    const { statementId = commandId, ...drafted } = data;
    const known = statements.all.get(statementId);
    if (known) {
      return known.text === drafted.text
        ? nothing
        : reject.conflict(
            'statements.exists',
            'A statement with this id exists already. Revise it, or use another id.',
            { statementId },
          );
    }
    if (drafted.issuerId !== null && !attendeeOnRoster(roster, drafted.issuerId))
      return unknownIssuer(drafted.issuerId);
    return [{ type: 'StatementDrafted', data: { statementId, ...drafted, at } }];
  },

  'revise-statement': ({ data: { seen, ...data }, at }, { statements, roster }) => {
    const { statementId } = data;
    const statement = statements.all.get(statementId);
    if (!statement) return unknownStatement(statementId);
    if (statement.status === 'issued') return alreadyIssued(statementId);
    if (statement.status === 'withdrawn') return alreadyWithdrawn(statementId);
    if (!differs<Statement>(statement, data)) return nothing;
    const refusal = overtaken<Statement>(statement, data, seen);
    if (refusal) return refusal;
    if (data.issuerId && !attendeeOnRoster(roster, data.issuerId)) return unknownIssuer(data.issuerId);
    const { title, subject, text, issuerId, addressedTo } = revised<Statement>(statement, data);
    return [
      {
        type: 'StatementRevised',
        data: { statementId, title, subject, text, issuerId, addressedTo: [...addressedTo], at },
      },
    ];
  },

  'withdraw-statement': ({ data, at }, { statements }) => {
    const statement = statements.all.get(data.statementId);
    if (!statement) return unknownStatement(data.statementId);
    if (statement.status === 'issued') return alreadyIssued(data.statementId);
    return statement.status === 'withdrawn' ? nothing : [{ type: 'StatementWithdrawn', data: { ...data, at } }];
  },

  'issue-statement': ({ data, at }, meeting) => {
    const { statementId } = data;
    const statement = meeting.statements.all.get(statementId);
    if (!statement) return unknownStatement(statementId);
    if (statement.status === 'issued') return nothing;
    if (statement.status === 'withdrawn') return alreadyWithdrawn(statementId);
    const { item, decision } = underItem(meeting, 'statement');
    if (!item) return decision;
    const issuerId = data.issuerId ?? statement.issuerId;
    if (issuerId === null)
      return reject.invalid('statements.no-issuer', 'Say in whose name the statement is issued.', { statementId });
    if (!attendeeOnRoster(meeting.roster, issuerId)) return unknownIssuer(issuerId);
    const addressedTo = data.addressedTo ?? statement.addressedTo;
    if (addressedTo.length === 0)
      return reject.invalid('statements.no-recipients', 'Say to whom the statement is issued.', { statementId });
    const { recipients, unknown } = resolveAddressees(addressedTo, issuerId, meeting.roster);
    if (unknown.length > 0) {
      return reject.missing(
        'statements.unknown-recipient',
        `Nobody on the roster: ${unknown.join('; ')}. Correct it, or add the names first.`,
        {
          unknown,
        },
      );
    }
    const { title, subject, text } = statement;
    return [
      {
        type: 'StatementIssued',
        data: {
          statementId,
          title,
          subject,
          text,
          sha256: sha256Of(text),
          issuerId,
          recipients: [...recipients],
          itemId: item.itemId,
          at,
        },
      },
    ];
  },

  ...decideSignatures,
};
