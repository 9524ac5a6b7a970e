// A meeting drawn along its time: items as planned and as taken, speeches, recesses, votes, the number present, and the
// single moments that matter. One lane of each; the archive and the desk draw them.

import { conferredCommendations, nameInRecord } from '@rostrum/events';
import type { ItemKind, Instant, MeetingState, Pause, RequestKind, VoteResult } from '@rostrum/events';
import { agendaProgress } from './agenda-progress.ts';
import { presenceCurve } from './presence-curve.ts';
import type { PresenceStep } from './presence-curve.ts';
import { speechesOf } from './speaking-times.ts';
import type { MeetingView } from './view.ts';

/** From one instant to another; `to` is null while it lasts. */
export type Span = { readonly from: Instant; readonly to: Instant | null };

export type ItemLane = {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly planned: { readonly from: Instant; readonly to: Instant };
  readonly sittings: readonly Span[];
};

export type SpeechSpan = Span & {
  readonly speechId: string;
  readonly rosterId: string;
  readonly name: string;
  readonly itemId: string;
  readonly kind: RequestKind;
  readonly pauses: readonly Pause[];
};

export type VoteSpan = Span & { readonly motionId: string; readonly title: string; readonly result: VoteResult | null };

export type MarkKind =
  | 'opened'
  | 'closed'
  | 'handover'
  | 'directive'
  | 'statement'
  | 'conferral'
  | 'announcement'
  | 'motion'
  | 'correction';

/** A moment: `about` is the id of what it is about, `label` the name or text that stands beside it. */
export type Mark = { readonly kind: MarkKind; readonly at: Instant; readonly about: string; readonly label: string };

export type Timeline = {
  /** All that is drawn lies between these. */
  readonly from: Instant;
  readonly to: Instant;
  readonly items: readonly ItemLane[];
  readonly speeches: readonly SpeechSpan[];
  readonly recesses: readonly (Span & { readonly reason: string | null })[];
  readonly votes: readonly VoteSpan[];
  /** How many are present from each instant on. */
  readonly presence: readonly PresenceStep[];
  /** In the order of time. */
  readonly marks: readonly Mark[];
};

/** The lanes of a meeting, as far as it has come at an instant. */
export function timeline(view: MeetingView, at: Instant): Timeline {
  const { meeting } = view;
  const lanes = {
    items: itemLanes(view, at),
    speeches: speechesOf(meeting).map(({ speechId, speakerId, itemId, kind, from, to, pauses }) => ({
      speechId,
      rosterId: speakerId,
      name: nameInRecord(meeting.roster, speakerId),
      itemId,
      kind,
      from,
      to,
      pauses,
    })),
    recesses: meeting.lifecycle.recesses.map(({ from, to, reason }) => ({ from, to, reason })),
    votes: votesOf(meeting),
    presence: presenceCurve(meeting, view.attendance, at),
    marks: marksOf(meeting),
  };
  const instants = [
    meeting.lifecycle.openedAt ?? meeting.lifecycle.startsAt,
    meeting.lifecycle.closedAt ?? meeting.lifecycle.endsAt,
    ...lanes.items.flatMap(({ planned, sittings }) => [
      planned.from,
      planned.to,
      ...sittings.map(({ to }) => to ?? at),
    ]),
    ...lanes.marks.filter(({ kind }) => kind !== 'correction').map((mark) => mark.at),
  ].filter((instant) => instant !== '');
  const times = instants.map((instant) => Date.parse(instant));
  const isoOf = (milliseconds: number) => (Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : at);
  return { from: isoOf(Math.min(...times)), to: isoOf(Math.max(...times)), ...lanes };
}

function itemLanes(view: MeetingView, at: Instant): readonly ItemLane[] {
  if (view.meeting.lifecycle.startsAt === '') return [];
  return agendaProgress(view, at).items.map(({ itemId, kind, title, plannedFrom, plannedTo }) => ({
    itemId,
    kind,
    title,
    planned: { from: plannedFrom, to: plannedTo },
    sittings: view.meeting.agenda.items.get(itemId)?.sittings ?? [],
  }));
}

const votesOf = ({ decisions }: MeetingState): readonly VoteSpan[] =>
  decisions.motions.values().flatMap(({ motionId, title, votes }) =>
    votes
      .filter(({ abandonedBecause }) => abandonedBecause === null)
      .map(({ openedAt, closed }) => ({
        motionId,
        title,
        from: openedAt,
        to: closed?.at ?? null,
        result: closed?.result ?? null,
      })),
  );

function marksOf(meeting: MeetingState): readonly Mark[] {
  const { lifecycle, officers, roster, directives, statements, documents, decisions, commendations } = meeting;
  const mark = (kind: MarkKind, at: Instant | null, about: string, label: string): readonly Mark[] =>
    at === null ? [] : [{ kind, at, about, label }];
  const marks = [
    ...mark('opened', lifecycle.openedAt, lifecycle.meetingId, lifecycle.title),
    ...officers.handovers.flatMap(({ to, at }) => mark('handover', at, to, nameInRecord(roster, to))),
    ...directives.all
      .values()
      .flatMap(({ directiveId, issuedAt, text }) => mark('directive', issuedAt, directiveId, text)),
    ...statements.all
      .values()
      .flatMap(({ statementId, issuedAt, title }) => mark('statement', issuedAt, statementId, title)),
    ...conferredCommendations(commendations).flatMap(({ commendationId, award, conferral }) =>
      mark('conferral', conferral?.at ?? null, commendationId, award),
    ),
    ...documents.all
      .values()
      .flatMap(({ documentId, announced, title }) => mark('announcement', announced?.at ?? null, documentId, title)),
    ...decisions.motions.values().flatMap(({ motionId, putAt, title }) => mark('motion', putAt, motionId, title)),
    ...mark('closed', lifecycle.closedAt, lifecycle.meetingId, lifecycle.title),
    ...lifecycle.corrections.flatMap(({ correctionId, at, field }) => mark('correction', at, correctionId, field)),
  ];
  return marks.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
