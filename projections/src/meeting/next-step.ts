// What the chair might do next, and why. A suggestion from the record alone, never an act: the desk offers it as a button.

import {
  attendeeOnRoster,
  blockersOfClosing,
  countPresent,
  openPause,
  runningVote,
  spokenSecondsOf,
  waiting,
} from '@rostrum/events';
import type { AgendaItem, Instant, MeetingCommandName, MeetingState } from '@rostrum/events';
import { speechesOf } from './speaking-times.ts';
import type { MeetingView } from './view.ts';

/** Why: the desk's dictionary has a sentence for each. */
export type NextStepReason =
  | 'no-item'
  | 'no-roster'
  | 'no-chair'
  | 'ready-to-convene'
  | 'not-yet-time'
  | 'quorum-short'
  | 'ready-to-open'
  | 'in-recess'
  | 'recess-over'
  | 'time-is-up'
  | 'point-of-order'
  | 'question-answered'
  | 'speech-running'
  | 'vote-running'
  | 'all-have-voted'
  | 'hand-up'
  | 'commendation-prepared'
  | 'statement-drafted'
  | 'signatures-awaited'
  | 'document-to-announce'
  | 'motion-put'
  | 'no-motion'
  | 'break-begins'
  | 'presenter-to-speak'
  | 'item-done'
  | 'next-item'
  | 'agenda-done'
  | 'minutes-to-sign';

export type NextStep = {
  /** The command; null: wait. */
  readonly command: MeetingCommandName | null;
  /** What of the command's input is known already. */
  readonly data: Readonly<Record<string, string>>;
  readonly reason: NextStepReason;
  /** What it is about: the id of an item, a speech, a request, a motion …; null: the meeting as a whole. */
  readonly about: string | null;
  /** Numbers that the sentence names. */
  readonly facts: Readonly<Record<string, number>>;
};

type Situation = { readonly view: MeetingView; readonly meeting: MeetingState; readonly at: Instant };
/** Gives a step where its case is at hand. */
type Case = (situation: Situation) => NextStep | undefined;

const step = (
  reason: NextStepReason,
  command: NextStep['command'],
  about: string | null = null,
  data: NextStep['data'] = {},
  facts: NextStep['facts'] = {},
): NextStep => ({ command, data, reason, about, facts });

const first = (situation: Situation, cases: readonly Case[]): NextStep | undefined => {
  for (const at of cases) {
    const found = at(situation);
    if (found !== undefined) return found;
  }
  return undefined;
};

const openItem = ({ agenda }: MeetingState): AgendaItem | undefined =>
  agenda.open === null ? undefined : agenda.items.get(agenda.open);

const preparing: readonly Case[] = [
  ({ meeting }) => (meeting.agenda.order.length === 0 ? step('no-item', 'add-item') : undefined),
  ({ meeting }) =>
    meeting.roster.attendees.size + meeting.roster.delegations.size === 0
      ? step('no-roster', 'import-roster')
      : undefined,
  ({ meeting }) =>
    meeting.officers.chair === null ? step('no-chair', 'appoint-officer', null, { office: 'chair' }) : undefined,
];

const beforeOpening: readonly Case[] = [
  ...preparing,
  ({ meeting, at }) =>
    Date.parse(at) < Date.parse(meeting.lifecycle.startsAt) ? step('not-yet-time', null) : undefined,
  ({ view, meeting }) => {
    const { quorum } = meeting.lifecycle;
    const present = countPresent(meeting, view.attendance);
    return quorum !== null && present < quorum ? step('quorum-short', null, null, {}, { present, quorum }) : undefined;
  },
  () => step('ready-to-open', 'open-meeting'),
];

const inRecess: readonly Case[] = [
  ({ meeting, at }) => {
    const resumesAt = meeting.lifecycle.recesses.at(-1)?.resumesAt ?? null;
    const over = resumesAt === null || Date.parse(at) >= Date.parse(resumesAt);
    return over ? step('recess-over', 'resume-meeting') : step('in-recess', null);
  },
];

const whileSomeoneSpeaks: Case = ({ meeting, at }) => {
  const { speech } = meeting.floor;
  if (speech === null) return undefined;
  const { speechId, limitSeconds } = speech;
  if (openPause(speech)) return step('question-answered', 'resume-floor', speechId, { speechId });
  const pointOfOrder = waiting(meeting).find(({ kind }) => kind === 'point-of-order');
  if (pointOfOrder && pointOfOrder.speakerId !== speech.speakerId) {
    return step('point-of-order', 'pause-floor', pointOfOrder.requestId, {
      speechId,
      questionerId: pointOfOrder.speakerId,
    });
  }
  const overSeconds = limitSeconds === null ? -1 : spokenSecondsOf(speech, at) - limitSeconds;
  if (overSeconds >= 0) return step('time-is-up', 'take-back-floor', speechId, { speechId }, { overSeconds });
  return step('speech-running', null, speechId);
};

const whileVoting: Case = ({ meeting }) => {
  const motion =
    meeting.decisions.voting === null ? undefined : meeting.decisions.motions.get(meeting.decisions.voting);
  const vote = motion && runningVote(motion);
  if (!motion || !vote) return undefined;
  const { motionId } = motion;
  const cast = vote.method === 'recorded' ? vote.choices.size : vote.ballots.size;
  const complete: Readonly<Record<typeof vote.method, boolean>> = {
    consent: true,
    'show-of-hands': vote.count !== null,
    recorded: cast === vote.eligible.length,
    secret: vote.count !== null,
  };
  return complete[vote.method]
    ? step('all-have-voted', 'close-vote', motionId, { motionId })
    : step('vote-running', null, motionId, {}, { cast, eligible: vote.eligible.length });
};

const toHear = (meeting: MeetingState, urgentOnly: boolean): NextStep | undefined => {
  const [next] = openItem(meeting) ? waiting(meeting) : [];
  if (next === undefined || (urgentOnly && next.kind !== 'point-of-order')) return undefined;
  const { requestId, kind } = next;
  const reason = kind === 'point-of-order' ? 'point-of-order' : 'hand-up';
  return step(reason, 'give-floor', requestId, { requestId }, { waiting: meeting.floor.requests.length });
};
const orderWaits: Case = ({ meeting }) => toHear(meeting, true);
const someoneWaits: Case = ({ meeting }) => toHear(meeting, false);

const toConfer: Case = ({ meeting }) => {
  const prepared = meeting.commendations.all.values().find(({ status }) => status === 'prepared');
  if (openItem(meeting)?.kind !== 'commendation' || !prepared) return undefined;
  const { commendationId } = prepared;
  return step('commendation-prepared', 'confer-commendation', commendationId, { commendationId });
};

const toIssue: Case = ({ meeting }) => {
  const drafted = meeting.statements.all.values().find(({ status }) => status === 'drafted');
  if (openItem(meeting)?.kind !== 'statement' || !drafted) return undefined;
  const { statementId } = drafted;
  return step('statement-drafted', 'issue-statement', statementId, { statementId });
};

/** A statement that was issued under the open item stands there to be signed; what is signed later counts as well. */
const toSign: Case = ({ meeting }) => {
  const item = openItem(meeting);
  if (item?.kind !== 'statement') return undefined;
  const issued = meeting.statements.all
    .values()
    .filter(({ status, itemId }) => status === 'issued' && itemId === item.itemId);
  const open = issued.find(({ answers }) => answers.values().some(({ answer }) => answer === 'outstanding'));
  if (!open) return undefined;
  const answered = open.answers.values().filter(({ answer }) => answer !== 'outstanding').length;
  return step('signatures-awaited', null, open.statementId, {}, { answered, recipients: open.answers.size });
};

const toAnnounce: Case = ({ meeting }) => {
  const item = openItem(meeting);
  if (item?.kind !== 'announcement') return undefined;
  const tabled = meeting.documents.all
    .values()
    .find((document) => document.itemId === item.itemId && document.announced === null && document.withdrawn === null);
  return (
    tabled && step('document-to-announce', 'announce-document', tabled.documentId, { documentId: tabled.documentId })
  );
};

const toVoteOn: Case = ({ meeting }) => {
  const put = meeting.decisions.motions
    .values()
    .find(({ status, itemId }) => status === 'put' && itemId === meeting.agenda.open);
  return put && step('motion-put', 'open-vote', put.motionId, { motionId: put.motionId });
};

const toPut: Case = ({ meeting }) => {
  const item = openItem(meeting);
  const dealtWith = meeting.decisions.motions.values().some(({ itemId }) => itemId === item?.itemId);
  return item?.kind === 'decision' && !dealtWith ? step('no-motion', 'put-motion', item.itemId) : undefined;
};

const toPause: Case = ({ meeting }) => {
  const item = openItem(meeting);
  const since = item?.sittings.at(-1)?.from;
  if (item?.kind !== 'break' || since === undefined) return undefined;
  const taken = meeting.lifecycle.recesses.some(({ from }) => Date.parse(from) >= Date.parse(since));
  return taken ? undefined : step('break-begins', 'call-recess', item.itemId);
};

const presenterToSpeak: Case = ({ meeting }) => {
  const item = openItem(meeting);
  // Those who present awards hand them over: a speech of theirs is asked for like any other.
  if (!item || item.kind === 'commendation') return undefined;
  const heard = new Set(
    speechesOf(meeting).flatMap(({ itemId, speakerId }) => (itemId === item.itemId ? [speakerId] : [])),
  );
  const next = item.presenters.find(
    (rosterId) =>
      !heard.has(rosterId) && (attendeeOnRoster(meeting.roster, rosterId) || meeting.roster.delegations.has(rosterId)),
  );
  return next === undefined ? undefined : step('presenter-to-speak', 'give-floor', next, { speakerId: next });
};

const toConclude: Case = ({ meeting }) => {
  const item = openItem(meeting);
  return item && step('item-done', 'conclude-item', item.itemId, { itemId: item.itemId });
};

const toCall: Case = ({ meeting }) => {
  const next = meeting.agenda.order.find((itemId) => meeting.agenda.items.get(itemId)?.status === 'planned');
  return next === undefined ? undefined : step('next-item', 'call-item', next, { itemId: next });
};

const whileOpen: readonly Case[] = [
  whileSomeoneSpeaks,
  whileVoting,
  orderWaits,
  toConfer,
  toIssue,
  toAnnounce,
  presenterToSpeak,
  someoneWaits,
  toVoteOn,
  toPut,
  toSign,
  toPause,
  toConclude,
  toCall,
  ({ meeting }) => {
    const deferred = meeting.agenda.items.values().filter(({ status }) => status === 'deferred').length;
    return blockersOfClosing(meeting).length === 0
      ? step('agenda-done', 'close-meeting', null, {}, { deferred })
      : undefined;
  },
];

const byStatus: Readonly<Record<MeetingState['lifecycle']['status'], readonly Case[]>> = {
  unscheduled: [],
  draft: [...preparing, () => step('ready-to-convene', 'convene-meeting')],
  convened: beforeOpening,
  open: whileOpen,
  recess: inRecess,
  closed: [
    ({ meeting }) => {
      const office = (['secretary', 'chair'] as const).find((wanted) =>
        meeting.minutes.signatures.every((signature) => signature.office !== wanted),
      );
      return step('minutes-to-sign', 'sign-minutes', null, office === undefined ? {} : { office });
    },
  ],
  minuted: [],
  sealed: [],
  cancelled: [],
};

/** The step that suggests itself at an instant; null where the meeting asks for nothing more. */
export const nextStep = (view: MeetingView, at: Instant): NextStep | null =>
  first({ view, meeting: view.meeting, at }, byStatus[view.meeting.lifecycle.status]) ?? null;
