// A meeting told in a few lines, for whoever finds it again years later: when it was, who chaired, how many came and whether
// they were enough, what was taken, and what came of it. Each fact has the instant at which it came to be.

import { conferredCommendations, nameInRecord, spokenSecondsOf } from '@rostrum/events';
import type { Instant, MeetingState, MotionStatus } from '@rostrum/events';
import { presenceCurve } from './presence-curve.ts';
import type { PresenceStep } from './presence-curve.ts';
import { speechesOf } from './speaking-times.ts';
import type { MeetingView } from './view.ts';

/** Who was in the chair, from an instant on; the first from the opening. */
export type InTheChair = { readonly name: string; readonly from: Instant | null };

type Came<Kind extends string, More> = { readonly kind: Kind; readonly at: Instant; readonly about: string } & More;

/** What came of the meeting; `at` is when it came to be. */
export type Outcome =
  | Came<
      'decision',
      {
        readonly title: string;
        readonly status: MotionStatus;
        readonly for: number | null;
        readonly against: number | null;
      }
    >
  | Came<'directive', { readonly ordinal: number; readonly text: string; readonly addressed: readonly string[] }>
  | Came<'statement', { readonly title: string; readonly signed: number; readonly addressed: number }>
  | Came<'commendation', { readonly award: string; readonly recipients: readonly string[] }>;

export type Story = {
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** From opening to closing, or until the instant; recesses not counted. Null before the opening. */
  readonly seconds: number | null;
  readonly recesses: number;
  readonly chairs: readonly InTheChair[];
  /** The most who were there at once while it was open; null where nobody was. */
  readonly most: PresenceStep | null;
  readonly presentAtOpening: number | null;
  readonly quorum: number | null;
  /** Why it was opened without a quorum. */
  readonly withoutQuorumBecause: string | null;
  readonly items: { readonly taken: number; readonly all: number };
  readonly speeches: { readonly count: number; readonly speakers: number; readonly seconds: number };
  /** In the order of time. */
  readonly outcomes: readonly Outcome[];
};

/** The story of a meeting as far as it has come at an instant. */
export function storyOf({ meeting, attendance }: MeetingView, at: Instant): Story {
  const { lifecycle, agenda } = meeting;
  const { openedAt, closedAt, presentAtOpening, quorum, withoutQuorumBecause, recesses } = lifecycle;
  const until = closedAt ?? at;
  const speeches = speechesOf(meeting);
  return {
    openedAt,
    closedAt,
    seconds: openedAt === null ? null : openSeconds(openedAt, until, recesses),
    recesses: recesses.length,
    chairs: chairsOf(meeting),
    most: openedAt === null ? null : mostBetween(presenceCurve(meeting, attendance, until), openedAt, until),
    presentAtOpening,
    quorum,
    withoutQuorumBecause,
    items: {
      taken: agenda.taken.length,
      all: agenda.order.filter((itemId) => agenda.items.get(itemId)?.status !== 'withdrawn').length,
    },
    speeches: {
      count: speeches.length,
      speakers: new Set(speeches.map(({ speakerId }) => speakerId)).size,
      seconds: speeches.reduce((sum, speech) => sum + spokenSecondsOf(speech, until), 0),
    },
    outcomes: outcomesOf(meeting),
  };
}

const between = (from: Instant, to: Instant): number => Math.max(0, Date.parse(to) - Date.parse(from));

function openSeconds(from: Instant, to: Instant, recesses: MeetingState['lifecycle']['recesses']): number {
  const rested = recesses.reduce((sum, recess) => sum + between(recess.from, recess.to ?? to), 0);
  return Math.floor(Math.max(0, between(from, to) - rested) / 1000);
}

/** Before the first handover the chair is who handed it over. */
function chairsOf({ officers, roster, lifecycle }: MeetingState): readonly InTheChair[] {
  const { chair, handovers } = officers;
  const first = handovers[0]?.from ?? chair;
  return [
    ...(first === null ? [] : [{ name: nameInRecord(roster, first), from: lifecycle.openedAt }]),
    ...handovers.map(({ to, at }) => ({ name: nameInRecord(roster, to), from: at })),
  ];
}

/** The highest step that stands between two instants, at the instant at which it is reached there. */
function mostBetween(steps: readonly PresenceStep[], from: Instant, to: Instant): PresenceStep | null {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  let most: PresenceStep | null = null;
  for (const [place, { at, present }] of steps.entries()) {
    const next = steps[place + 1];
    if (Date.parse(at) > end || (next !== undefined && Date.parse(next.at) <= start)) continue;
    if (present > (most?.present ?? 0)) most = { at: Date.parse(at) < start ? from : at, present };
  }
  return most;
}

function outcomesOf(meeting: MeetingState): readonly Outcome[] {
  const { roster, directives, statements, decisions, commendations } = meeting;
  const outcomes: readonly Outcome[] = [
    ...decisions.motions.values().map(({ motionId, title, status, putAt, votes }): Outcome => {
      const closed = votes.findLast((vote) => vote.closed !== null)?.closed ?? null;
      const tally = closed?.tally ?? null;
      return {
        kind: 'decision',
        at: closed?.at ?? putAt,
        about: motionId,
        title,
        status,
        for: tally?.for ?? null,
        against: tally?.against ?? null,
      };
    }),
    ...directives.all
      .values()
      .flatMap(({ directiveId, ordinal, text, addressedTo, issuedAt, withdrawnBecause }): readonly Outcome[] => {
        if (withdrawnBecause !== null) return [];
        const addressed = addressedTo.map((respondent) => nameInRecord(roster, respondent));
        return [{ kind: 'directive', at: issuedAt, about: directiveId, ordinal, text, addressed }];
      }),
    ...statements.all.values().flatMap(({ statementId, status, title, issuedAt, answers }): readonly Outcome[] => {
      if (status !== 'issued' || issuedAt === null) return [];
      const given = answers.values();
      const signed = given.filter(({ answer }) => answer === 'signed').length;
      return [{ kind: 'statement', at: issuedAt, about: statementId, title, signed, addressed: given.length }];
    }),
    ...conferredCommendations(commendations).flatMap(
      ({ commendationId, award, recipients, conferral }): readonly Outcome[] =>
        conferral === null
          ? []
          : [
              {
                kind: 'commendation',
                at: conferral.at,
                about: commendationId,
                award,
                recipients: recipients.map(({ name }) => name),
              },
            ],
    ),
  ];
  return outcomes.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
