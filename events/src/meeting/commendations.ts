// Commendations: prepared under embargo, so that only the officers see them, and conferred in the meeting by a named
// presenter, each with a numbered certificate. What is conferred is told whole by one event.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { differs, overtaken, revised, SEEN } from '../kernel/revise.ts';
import { id, instant, line, prose, unitPath } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { certificateNumber } from './certificate.ts';
import { BEFORE, RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { attendeeOnRoster, nameOnRoster } from './names.ts';
import { underItem } from './under-item.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const category = z.enum(['collective', 'individual', 'team']);
export type CommendationCategory = z.infer<typeof category>;

/** Who is commended; `rosterId` where they are on the roster of the meeting. */
const recipient = z.strictObject({ name: line(200), unit: unitPath.nullable(), rosterId: id.nullable() });
export type CommendationRecipient = Readonly<z.infer<typeof recipient>>;

const content = {
  award: line(300),
  /** The programme or competition that the award belongs to. */
  programme: line(300).nullable(),
  /** The years for which it is given, such as `2018-2020`. */
  period: line(100).nullable(),
  category,
  citation: prose(5000).nullable(),
  /** The grade of the award, such as `First prize`. */
  rank: line(100).nullable(),
  /** Empty where the names are not part of the record. */
  recipients: z.array(recipient).max(1000),
};

export const commendationEvents = {
  CommendationPrepared: z.strictObject({ commendationId: id, ...content, at: instant }),
  CommendationRevised: z.strictObject({ commendationId: id, ...content, at: instant }),
  CommendationWithdrawn: z.strictObject({ commendationId: id, reason: prose(1000).nullable(), at: instant }),
  CommendationConferred: z.strictObject({
    commendationId: id,
    ...content,
    presenterId: id,
    presenterName: line(200),
    itemId: id,
    certificate: line(40),
    at: instant,
  }),
};
export type CommendationEvent = EventOf<typeof commendationEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Conferral = {
  readonly presenterId: string;
  readonly presenterName: string;
  readonly itemId: string;
  /** `<year>-<mark of the meeting>-<number in it>`. */
  readonly certificate: string;
  readonly at: Instant;
};

export type Commendation = {
  readonly commendationId: string;
  readonly award: string;
  readonly programme: string | null;
  readonly period: string | null;
  readonly category: CommendationCategory;
  readonly citation: string | null;
  readonly rank: string | null;
  readonly recipients: readonly CommendationRecipient[];
  readonly status: 'prepared' | 'withdrawn' | 'conferred';
  readonly withdrawnBecause: string | null;
  readonly conferral: Conferral | null;
};

export type CommendationsState = {
  readonly all: Ledger<Commendation>;
  /** Ids in the order of conferral. */
  readonly conferred: readonly string[];
};

export const initialCommendations: CommendationsState = { all: Ledger.empty(), conferred: [] };

/** What was conferred, in the order of conferral: the same for those who saw the preparation and those who did not. */
export const conferredCommendations = ({ all, conferred }: CommendationsState): readonly Commendation[] =>
  conferred.map((commendationId) => all.get(commendationId)!);

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const prepared = { status: 'prepared', withdrawnBecause: null, conferral: null } as const;

export const evolveCommendations: Evolve<CommendationsState, CommendationEvent> = {
  CommendationPrepared: (state, { at: _at, ...content }) => ({
    ...state,
    all: state.all.set(content.commendationId, { ...prepared, ...content }),
  }),
  CommendationRevised: (state, { at: _at, ...content }) => ({
    ...state,
    all: state.all.change(content.commendationId, (commendation) => ({ ...commendation, ...content })),
  }),
  CommendationWithdrawn: (state, { commendationId, reason }) => ({
    ...state,
    all: state.all.change(commendationId, (commendation) => ({
      ...commendation,
      status: 'withdrawn',
      withdrawnBecause: reason,
    })),
  }),
  CommendationConferred: (state, { at, presenterId, presenterName, itemId, certificate, ...content }) => ({
    all: state.all.set(content.commendationId, {
      ...prepared,
      ...content,
      status: 'conferred',
      conferral: { presenterId, presenterName, itemId, certificate, at },
    }),
    conferred: [...state.conferred, content.commendationId],
  }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

const recipientInput = recipient.extend({
  unit: recipient.shape.unit.default(null),
  rosterId: recipient.shape.rosterId.default(null),
});
const recipientsInput = z.array(recipientInput).max(1000);

export const commendationCommands = {
  'prepare-commendation': {
    summary: 'Prepare a commendation',
    description:
      'Prepares a commendation under embargo: only officers see it until it is conferred. The recipients may be left out where the record does not name them.',
    input: z.strictObject({
      commendationId: id.optional(),
      award: content.award,
      programme: content.programme.default(null),
      period: content.period.default(null),
      category,
      citation: content.citation.default(null),
      rank: content.rank.default(null),
      recipients: recipientsInput.default([]),
    }),
    example: {
      award: 'Advanced collective in informationization work',
      period: '2018-2020',
      category: 'collective',
      recipients: [{ name: 'Information Department', unit: 'CASIC / Headquarters / Information Department' }],
    },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'revise-commendation': {
    summary: 'Revise a commendation',
    description: `Replaces what is given and leaves the rest. Refused once the commendation is conferred. ${SEEN}`,
    input: z.strictObject({
      commendationId: id,
      ...z.object(content).extend({ recipients: recipientsInput }).partial().shape,
      seen: z
        .strictObject({ ...content, recipients: recipientsInput })
        .partial()
        .optional(),
    }),
    example: { commendationId: 'commendation-1', rank: 'First prize' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'withdraw-commendation': {
    summary: 'Withdraw a commendation',
    description:
      'Gives a prepared commendation up. It is never shown to anyone but the officers. Refused once it is conferred.',
    input: z.strictObject({ commendationId: id, reason: prose(1000).nullable().default(null) }),
    example: { commendationId: 'commendation-1', reason: 'The competition is not yet decided' },
    by: OFFICERS,
    during: [...BEFORE, ...RUNNING],
  },
  'confer-commendation': {
    summary: 'Confer a commendation',
    description:
      'Confers a prepared commendation under an open item of the kind “commendation”, by an attendee as presenter. It becomes visible to everyone and takes the next certificate number of the meeting.',
    input: z.strictObject({ commendationId: id, presenterId: id }),
    example: { commendationId: 'commendation-1', presenterId: 'yuan-jie' },
    by: OFFICERS,
    during: RUNNING,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const unknownCommendation = (commendationId: string) =>
  reject.missing('commendations.unknown', 'There is no such commendation in this meeting.', { commendationId });

const alreadyConferred = (commendationId: string) =>
  reject.conflict(
    'commendations.conferred',
    'This commendation is conferred. What is wrong in it can be corrected after closing, not changed.',
    {
      commendationId,
    },
  );

const alreadyWithdrawn = (commendationId: string) =>
  reject.conflict('commendations.withdrawn', 'This commendation is withdrawn. Prepare another one.', {
    commendationId,
  });

function unknownRecipient(
  recipients: readonly CommendationRecipient[] | undefined,
  { roster }: MeetingState,
): Rejection | undefined {
  const unknown = recipients?.find(({ rosterId }) => rosterId !== null && nameOnRoster(roster, rosterId) === undefined);
  return (
    unknown &&
    reject.missing(
      'roster.unknown',
      `The recipient ${unknown.name} is not on the roster under this id. Correct the id, or leave it out.`,
      {
        rosterId: unknown.rosterId,
      },
    )
  );
}

export const decideCommendations: Deciders<typeof commendationCommands, MeetingState, Surroundings, MeetingEvent> = {
  'prepare-commendation': ({ id: commandId, data, at }, meeting) => {
    const { commendationId = commandId, ...content } = data;
    const known = meeting.commendations.all.get(commendationId);
    if (known) {
      return differs<Commendation>(known, content)
        ? reject.conflict(
            'commendations.exists',
            'A commendation with this id exists already. Revise it, or use another id.',
            { commendationId },
          )
        : nothing;
    }
    return (
      unknownRecipient(content.recipients, meeting) ?? [
        { type: 'CommendationPrepared', data: { commendationId, ...content, at } },
      ]
    );
  },

  'revise-commendation': ({ data: { seen, ...data }, at }, meeting) => {
    const { commendationId } = data;
    const known = meeting.commendations.all.get(commendationId);
    if (!known) return unknownCommendation(commendationId);
    if (!differs<Commendation>(known, data)) return nothing;
    if (known.status === 'conferred') return alreadyConferred(commendationId);
    if (known.status === 'withdrawn') return alreadyWithdrawn(commendationId);
    const { award, programme, period, category, citation, rank, recipients } = revised<Commendation>(known, data);
    return (
      overtaken<Commendation>(known, data, seen) ??
      unknownRecipient(data.recipients, meeting) ?? [
        {
          type: 'CommendationRevised',
          data: { commendationId, award, programme, period, category, citation, rank, recipients: [...recipients], at },
        },
      ]
    );
  },

  'withdraw-commendation': ({ data, at }, { commendations }) => {
    const known = commendations.all.get(data.commendationId);
    if (!known) return unknownCommendation(data.commendationId);
    if (known.status === 'conferred') return alreadyConferred(data.commendationId);
    return known.status === 'withdrawn' ? nothing : [{ type: 'CommendationWithdrawn', data: { ...data, at } }];
  },

  'confer-commendation': ({ data, at }, meeting) => {
    const { commendationId, presenterId } = data;
    const known = meeting.commendations.all.get(commendationId);
    if (!known) return unknownCommendation(commendationId);
    if (known.status === 'conferred') return nothing;
    if (known.status === 'withdrawn') return alreadyWithdrawn(commendationId);
    const { item, decision } = underItem(meeting, 'commendation');
    if (!item) return decision;
    const presenter = attendeeOnRoster(meeting.roster, presenterId);
    if (!presenter) {
      return reject.missing('roster.unknown', 'The presenter is not an attendee on the roster. Add the name first.', {
        presenterId,
      });
    }
    const { award, programme, period, category, citation, rank, recipients } = known;
    return [
      {
        type: 'CommendationConferred',
        data: {
          commendationId,
          award,
          programme,
          period,
          category,
          citation,
          rank,
          recipients: [...recipients],
          presenterId,
          presenterName: presenter.name,
          itemId: item.itemId,
          certificate: certificateNumber(meeting.lifecycle, meeting.commendations.conferred.length + 1, at),
          at,
        },
      },
    ];
  },
};
