// How the recipients of a statement answer it: signed in their own session, signed on paper in the hall and recorded by
// an officer, or declined. A delegation signs through its head.

import * as z from 'zod';
import type { Actor } from '../kernel/actor.ts';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { id, instant, line, prose, sha256 } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { attendeeOnRoster, delegationOnRoster, nameInRecord } from './names.ts';
import { isOfficer, speaksFor } from './roles.ts';
import type { Statement, StatementsState } from './statements.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const signatureEvents = {
  StatementSigned: z.strictObject({
    statementId: id,
    recipientId: id,
    sha256,
    /** The person who signed: the recipient, or whoever signed for the delegation. */
    signedBy: line(200),
    /** The attendee who signed in their own session; null for a signature on paper. */
    signerId: id.nullable(),
    at: instant,
  }),
  StatementDeclined: z.strictObject({ statementId: id, recipientId: id, reason: prose(1000), at: instant }),
};
type SignatureEvent = EventOf<typeof signatureEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a recipient has done with a statement. */
export type StatementAnswer = {
  readonly recipientId: string;
  readonly answer: 'outstanding' | 'signed' | 'declined';
  /** When it was signed or declined. */
  readonly at: Instant | null;
  readonly signedBy: string | null;
  readonly signerId: string | null;
  /** The officers hold the signed paper. */
  readonly onPaper: boolean;
  readonly declinedBecause: string | null;
};

/** The answer of a recipient who has not answered. */
export const outstanding = (recipientId: string): StatementAnswer => ({
  recipientId,
  answer: 'outstanding',
  at: null,
  signedBy: null,
  signerId: null,
  onPaper: false,
  declinedBecause: null,
});

/** Who signed, who declined and who is outstanding, each in the order in which they are addressed. */
export function signatures({
  answers,
}: Statement): Readonly<Record<StatementAnswer['answer'], readonly StatementAnswer[]>> {
  const all = answers.values();
  const those = (answer: StatementAnswer['answer']) => all.filter((given) => given.answer === answer);
  return { signed: those('signed'), declined: those('declined'), outstanding: those('outstanding') };
}

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const answered = ({ all }: StatementsState, statementId: string, answer: StatementAnswer): StatementsState => ({
  all: all.change(statementId, (statement) => ({
    ...statement,
    answers: statement.answers.set(answer.recipientId, answer),
  })),
});

export const evolveSignatures: Evolve<StatementsState, SignatureEvent> = {
  StatementSigned: (state, { statementId, recipientId, signedBy, signerId, at }) =>
    answered(state, statementId, {
      ...outstanding(recipientId),
      answer: 'signed',
      at,
      signedBy,
      signerId,
      onPaper: signerId === null,
    }),
  StatementDeclined: (state, { statementId, recipientId, reason, at }) =>
    answered(state, statementId, { ...outstanding(recipientId), answer: 'declined', at, declinedBecause: reason }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** From the issue until the record is sealed. */
const UNTIL_SEALED = [...RUNNING, 'closed', 'minuted'] as const satisfies readonly MeetingStatus[];

export const signatureCommands = {
  'sign-statement': {
    summary: 'Sign a statement',
    description:
      'A recipient signs, or the head of a delegation that is one, with the SHA-256 of the text shown to them; a digest of any other text is refused. An officer records a signature given on paper, with the name of who signed. Possible until the record is sealed, also for one who declined before.',
    input: z
      .strictObject({
        statementId: id,
        recipientId: id.optional(),
        sha256,
        onPaper: z.boolean().default(false),
        signedBy: line(200).optional(),
      })
      .refine((data) => !data.onPaper || data.recipientId !== undefined, {
        path: ['recipientId'],
        error: 'Say which recipient signed on paper.',
      })
      .refine((data) => data.onPaper || data.signedBy === undefined, {
        path: ['signedBy'],
        error: 'A name is given only with a signature on paper.',
      }),
    example: { statementId: 'statement-1', sha256: '62c1f1d1f9bc4fd1f2b9a51dd8ecd1b4ab1d95aed3bb6bcb90c3e3f5b7e4dd46' },
    by: [...OFFICERS, 'attendee'],
    during: UNTIL_SEALED,
  },
  'decline-statement': {
    summary: 'Decline to sign a statement',
    description:
      'A recipient, or the head of a delegation that is one, states why they do not sign; an officer records what was said in the hall. Refused once signed.',
    input: z.strictObject({ statementId: id, recipientId: id.optional(), reason: prose(1000) }),
    example: { statementId: 'statement-1', reason: 'The unit is being dissolved' },
    by: [...OFFICERS, 'attendee'],
    during: UNTIL_SEALED,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The issued statement and the answer that is meant: that of the recipient named, else of the actor's own; or the refusal. */
function meant(data: { statementId: string; recipientId?: string | undefined }, actor: Actor, meeting: MeetingState) {
  const { statementId } = data;
  const statement = meeting.statements.all.get(statementId);
  if (statement?.status !== 'issued') {
    return {
      decision:
        statement && isOfficer(actor, meeting)
          ? reject.conflict('statements.not-issued', 'This statement has not been issued. Issue it first.', {
              statementId,
            })
          : reject.missing('statements.unknown', 'There is no such statement in this meeting.', { statementId }),
    };
  }
  const own = statement.answers.keys().filter((recipientId) => speaksFor(actor, recipientId, meeting));
  const chosen = data.recipientId ?? own.find((recipientId) => recipientId === actor.id) ?? own[0];
  if (chosen === undefined) {
    return {
      decision: reject.forbidden('statements.not-addressed', 'This statement is not addressed to you.', {
        statementId,
      }),
    };
  }
  if (data.recipientId === undefined && chosen !== actor.id && own.length > 1) {
    return {
      decision: reject.invalid(
        'statements.several-recipients',
        'You head several of the recipients. Name the one you answer for.',
        {
          recipients: own,
        },
      ),
    };
  }
  const answer = statement.answers.get(chosen);
  if (!answer) {
    return {
      decision: reject.missing(
        'statements.unknown-recipient',
        'This name is not among the recipients of the statement.',
        { recipientId: chosen },
      ),
    };
  }
  return { statement, answer };
}

/** Whose name a signature on paper bears where none is given: the attendee's, or the head's of a delegation. */
function signerOf(recipientId: string, { roster }: MeetingState): string | undefined {
  const delegation = delegationOnRoster(roster, recipientId);
  if (!delegation) return nameInRecord(roster, recipientId);
  return (
    (delegation.headId === null ? undefined : attendeeOnRoster(roster, delegation.headId)?.name) ??
    delegation.headName ??
    undefined
  );
}

export const decideSignatures: Deciders<typeof signatureCommands, MeetingState, Surroundings, MeetingEvent> = {
  'sign-statement': ({ data, actor, at }, meeting) => {
    if (data.onPaper && !isOfficer(actor, meeting)) {
      return reject.forbidden(
        'statements.paper-for-officers',
        'Only an officer can record a signature on paper. Sign in your own session.',
      );
    }
    const { statement, answer, decision } = meant(data, actor, meeting);
    if (!answer) return decision;
    const { recipientId } = answer;
    if (!data.onPaper && !speaksFor(actor, recipientId, meeting)) {
      return reject.forbidden(
        'statements.not-yours-to-sign',
        'Only the recipient, or the head of the delegation, can sign. A signature on paper is recorded by an officer as such.',
        { recipientId },
      );
    }
    if (data.sha256 !== statement.sha256) {
      return reject.conflict(
        'statements.text-differs',
        'What was signed is not the text that was issued. Read the issued text and sign that.',
        {
          sha256: statement.sha256,
        },
      );
    }
    if (answer.answer === 'signed') return nothing;
    const signedBy = data.onPaper
      ? (data.signedBy ?? signerOf(recipientId, meeting))
      : nameInRecord(meeting.roster, actor.id);
    if (signedBy === undefined) {
      return reject.invalid(
        'statements.no-signer',
        'The head of this delegation is not known. Give the name of the person who signed.',
        { recipientId },
      );
    }
    const { statementId, sha256: digest } = data;
    return [
      {
        type: 'StatementSigned',
        data: { statementId, recipientId, sha256: digest, signedBy, signerId: data.onPaper ? null : actor.id, at },
      },
    ];
  },

  'decline-statement': ({ data, actor, at }, meeting) => {
    const { answer, decision } = meant(data, actor, meeting);
    if (!answer) return decision;
    const { recipientId } = answer;
    if (!isOfficer(actor, meeting) && !speaksFor(actor, recipientId, meeting)) {
      return reject.forbidden(
        'statements.not-yours-to-decline',
        'Only the recipient, or the head of the delegation, can decline.',
        { recipientId },
      );
    }
    if (answer.answer === 'declined') return nothing;
    if (answer.answer === 'signed') {
      return reject.conflict('statements.signed', 'This statement is signed already. A signature stands.', {
        recipientId,
        at: answer.at,
      });
    }
    const { statementId, reason } = data;
    return [{ type: 'StatementDeclined', data: { statementId, recipientId, reason, at } }];
  },
};
