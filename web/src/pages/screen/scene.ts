// What a screen in the hall shows at this moment: one thing, large. It follows from the meeting as everyone sees it and
// from the server's clock; nothing that is prepared is ever among it, whoever looks.

import { openPause, runningVote, waiting } from '@rostrum/events';
import type { AgendaItem, Document, MeetingState, Motion, Speech, Statement, Vote, VoteClosing } from '@rostrum/events';
import { personOf } from '../../meeting/people.ts';
import type { Person } from '../../meeting/people.ts';
import { honourAt } from './honours.ts';
import type { Honour } from './honours.ts';

export type Scene =
  | { readonly is: 'before' }
  | { readonly is: 'cancelled'; readonly because: string | null }
  | { readonly is: 'recess'; readonly reason: string | null; readonly resumesAt: string | null }
  | { readonly is: 'closed'; readonly at: string | null }
  | { readonly is: 'vote'; readonly motion: Motion; readonly vote: Vote }
  | { readonly is: 'result'; readonly motion: Motion; readonly closing: VoteClosing }
  | { readonly is: 'honour'; readonly honour: Honour }
  | { readonly is: 'speech'; readonly speech: Speech; readonly asking: Person | null }
  | { readonly is: 'signing'; readonly statement: Statement }
  | { readonly is: 'announced'; readonly document: Document }
  | { readonly is: 'item'; readonly item: AgendaItem }
  | { readonly is: 'between' };

/** Milliseconds that a result, and a document just announced, stay. */
const STAYS_MS = 30_000;

const isRecent = (at: string, now: number): boolean => now - Date.parse(at) < STAYS_MS;

/** @param now milliseconds since 1970 by the server's clock */
export function sceneOf(meeting: MeetingState, now: number): Scene {
  const { lifecycle } = meeting;
  switch (lifecycle.status) {
    case 'unscheduled':
    case 'draft':
    case 'convened':
      return { is: 'before' };
    case 'cancelled':
      return { is: 'cancelled', because: lifecycle.cancelledBecause };
    case 'closed':
    case 'minuted':
    case 'sealed':
      return { is: 'closed', at: lifecycle.closedAt };
    case 'recess': {
      const recess = lifecycle.recesses.at(-1);
      return { is: 'recess', reason: recess?.reason ?? null, resumesAt: recess?.resumesAt ?? null };
    }
    case 'open':
      return sceneOfSitting(meeting, now);
  }
}

function sceneOfSitting(meeting: MeetingState, now: number): Scene {
  const vote = voteIn(meeting);
  if (vote) return { is: 'vote', ...vote };
  const honour = honourAt(meeting, now);
  if (honour && !honour.held) return { is: 'honour', honour };
  const result = lastResult(meeting);
  if (result && isRecent(result.closing.at, now)) return { is: 'result', ...result };
  const { speech } = meeting.floor;
  if (speech) return { is: 'speech', speech, asking: askingIn(meeting, speech) };
  const document = lastAnnounced(meeting);
  if (document && isRecent(document.announced!.at, now)) return { is: 'announced', document };
  if (honour) return { is: 'honour', honour };
  const statement = statementUnderWay(meeting);
  if (statement) return { is: 'signing', statement };
  const item = itemOn(meeting);
  return item ? { is: 'item', item } : { is: 'between' };
}

/** The item that is on. */
export const itemOn = ({ agenda }: MeetingState): AgendaItem | undefined =>
  agenda.open === null ? undefined : agenda.items.get(agenda.open);

/** Which item of the agenda it is, counted from one as everybody counts them: without those withdrawn. */
export function numberOf({ agenda }: MeetingState, itemId: string): number {
  return agenda.order.filter((id) => agenda.items.get(id)?.status !== 'withdrawn').indexOf(itemId) + 1;
}

/** The item that comes next: after the one that is on, else the first that was left out. */
export function nextItem({ agenda }: MeetingState): AgendaItem | undefined {
  const planned = agenda.order.filter((id) => agenda.items.get(id)?.status === 'planned');
  const on = agenda.open ?? agenda.taken.at(-1);
  const place = on === undefined ? -1 : agenda.order.indexOf(on);
  return agenda.items.get(planned.find((id) => agenda.order.indexOf(id) > place) ?? planned[0] ?? '');
}

/** Who comes next to speak, at most so many. */
export function nextSpeakers(meeting: MeetingState, most: number): readonly Person[] {
  return waiting(meeting)
    .slice(0, most)
    .flatMap(({ speakerId }) => personOf(meeting, speakerId) ?? []);
}

function voteIn({ decisions }: MeetingState): { motion: Motion; vote: Vote } | undefined {
  const motion = decisions.voting === null ? undefined : decisions.motions.get(decisions.voting);
  const vote = motion && runningVote(motion);
  return motion && vote && { motion, vote };
}

/** The latest result under the item that is on. */
function lastResult({ decisions, agenda }: MeetingState): { motion: Motion; closing: VoteClosing } | undefined {
  return decisions.motions
    .values()
    .flatMap((motion) => {
      const closing = motion.votes.at(-1)?.closed;
      return closing && motion.itemId === agenda.open ? [{ motion, closing }] : [];
    })
    .toSorted((a, b) => Date.parse(a.closing.at) - Date.parse(b.closing.at))
    .at(-1);
}

/** Who asks the interposed question for which the speech is paused. */
function askingIn(meeting: MeetingState, speech: Speech): Person | null {
  const questionerId = openPause(speech)?.questionerId;
  return questionerId ? (personOf(meeting, questionerId) ?? null) : null;
}

function lastAnnounced({ documents, agenda }: MeetingState): Document | undefined {
  return documents.all
    .values()
    .filter(({ announced, withdrawn }) => announced?.itemId === agenda.open && withdrawn === null)
    .toSorted((a, b) => Date.parse(a.announced!.at) - Date.parse(b.announced!.at))
    .at(-1);
}

/** A statement issued under the item that is on: while people sign, and when all have. */
function statementUnderWay({ statements, agenda }: MeetingState): Statement | undefined {
  return statements.all.values().findLast(({ status, itemId }) => status === 'issued' && itemId === agenda.open);
}

/** How many have signed of how many. */
export function signedOf({ answers }: Statement): { readonly signed: number; readonly all: number } {
  const all = answers.values();
  return { signed: all.filter(({ answer }) => answer === 'signed').length, all: all.length };
}

/** How many have voted of how many: never how. Null where a count is not by name, and everyone is asked at once. */
export function votedOf(vote: Vote): { readonly voted: number; readonly all: number } | null {
  if (vote.method === 'recorded') return { voted: vote.choices.size, all: vote.eligible.length };
  return vote.method === 'secret' ? { voted: vote.ballots.size, all: vote.eligible.length } : null;
}

/** True where nobody looks at the screen for news: nobody speaks, votes or is honoured. */
export const isQuiet = ({ is }: Scene): boolean =>
  is === 'before' || is === 'recess' || is === 'closed' || is === 'cancelled' || is === 'between' || is === 'item';
