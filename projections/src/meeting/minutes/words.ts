// The words of the minutes: everything in them that does not come from the record. One dictionary for each language; the
// compiler finds the sentence that one of them lacks.

import type {
  Capacity,
  Choice,
  CommendationCategory,
  ItemKind,
  Majority,
  Office,
  RequestKind,
  VoteMethod,
} from '@rostrum/events';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-cn.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

export type MinutesWords = {
  // ── times and numbers
  readonly day: (year: number, month: number, day: number) => string;
  readonly dayAndTime: (day: string, time: string) => string;
  readonly span: (from: string, to: string) => string;
  readonly since: (from: string) => string;
  readonly duration: (seconds: number) => string;
  readonly minutes: (minutes: number) => string;
  readonly calendarDay: (year: number, month: number, day: number) => string;
  /** Names one after another. */
  readonly names: (names: readonly string[]) => string;
  /** A person with their title. */
  readonly titled: (name: string, title: string) => string;
  /** Sentences one after another: what stands between them. */
  readonly between: string;
  /** What stands between a name of something and what it is. */
  readonly colon: string;

  // ── names of things
  readonly title: (meeting: string) => string;
  readonly draft: string;
  readonly headings: Words<
    | 'meeting'
    | 'officers'
    | 'roster'
    | 'opening'
    | 'agenda'
    | 'notTaken'
    | 'recesses'
    | 'documents'
    | 'questions'
    | 'closing'
    | 'attendance'
    | 'corrections'
    | 'signatures'
    | 'later'
  >;
  readonly facts: Words<
    | 'organisation'
    | 'purpose'
    | 'date'
    | 'planned'
    | 'timeZone'
    | 'form'
    | 'languages'
    | 'quorum'
    | 'mainVenue'
    | 'branchVenues'
    | 'notice'
    | 'status'
    | 'opened'
    | 'closed'
    | 'kind'
    | 'taken'
    | 'presenters'
    | 'topics'
    | 'documents'
    | 'outcome'
  >;
  readonly columns: Words<
    | 'precedence'
    | 'name'
    | 'title'
    | 'unit'
    | 'capacity'
    | 'venue'
    | 'expected'
    | 'counted'
    | 'answer'
    | 'present'
    | 'intervals'
    | 'time'
    | 'items'
    | 'recipient'
    | 'signature'
    | 'voter'
    | 'vote'
  >;
  readonly itemKind: Words<ItemKind>;
  readonly capacity: Words<Capacity>;
  readonly form: Words<'video' | 'hybrid' | 'on-site'>;
  readonly office: Words<Office>;
  readonly category: Words<CommendationCategory>;
  readonly requestKind: Words<RequestKind>;
  readonly method: Words<VoteMethod>;
  readonly majority: Words<Majority>;
  readonly choice: Words<Choice>;
  readonly answer: Words<'none' | 'accepted' | 'declined' | 'substituted'>;
  readonly presence: Words<'present' | 'absent' | 'excused'>;
  readonly remote: string;
  readonly none: string;
  readonly delegation: string;
  readonly removed: string;

  // ── sentences
  readonly holdsOffice: (office: string, name: string) => string;
  readonly handedOver: (from: string | null, to: string, time: string, reason: string | null) => string;
  readonly relieved: (office: string, name: string, reason: string | null) => string;
  readonly opened: (chair: string | null, day: string, time: string) => string;
  readonly presentAtOpening: (present: number, quorum: number | null) => string;
  readonly withoutQuorum: (reason: string) => string;
  readonly closed: (chair: string | null, day: string, time: string) => string;
  readonly notClosed: (status: string) => string;
  readonly status: Words<
    'draft' | 'convened' | 'open' | 'recess' | 'closed' | 'minuted' | 'sealed' | 'cancelled' | 'unscheduled'
  >;
  readonly cancelled: (reason: string) => string;
  readonly plannedTime: (span: string, minutes: string) => string;
  readonly deferred: (reason: string | null) => string;
  readonly withdrawn: (reason: string | null) => string;
  readonly notReached: string;
  readonly recess: (span: string, reason: string | null) => string;
  readonly speechHeading: (name: string, kind: string) => string;
  readonly spoke: (name: string, title: string | null, span: string, duration: string) => string;
  readonly limit: (duration: string) => string;
  readonly interposed: (questioner: string | null, span: string) => string;
  readonly takenBack: (reason: string | null) => string;
  readonly directive: (ordinal: number) => string;
  readonly addressedTo: (names: string) => string;
  readonly due: (day: string) => string;
  readonly withdrawnBecause: (reason: string) => string;
  readonly statementIssued: (
    issuer: string,
    title: string,
    subject: string,
    time: string,
    recipients: number,
  ) => string;
  readonly digest: (sha256: string) => string;
  readonly signatureCount: (signed: number, declined: number, outstanding: number) => string;
  readonly signedAt: (by: string, moment: string, onPaper: boolean) => string;
  readonly declinedAt: (moment: string, reason: string) => string;
  readonly outstanding: string;
  readonly conferred: (award: string, category: string, presenter: string, time: string) => string;
  readonly programme: (programme: string) => string;
  readonly period: (period: string) => string;
  readonly rank: (rank: string) => string;
  readonly recipients: (names: string) => string;
  readonly certificate: (number: string) => string;
  readonly announced: (title: string, time: string) => string;
  readonly tabled: (title: string) => string;
  readonly file: (name: string, bytes: number) => string;
  readonly readBy: (readers: number) => string;
  readonly motion: (title: string) => string;
  readonly moved: (mover: string, seconder: string | null, time: string) => string;
  readonly reworded: (until: string) => string;
  readonly motionWithdrawn: (reason: string | null) => string;
  readonly motionOpen: string;
  readonly voted: (method: string, majority: string | null, span: string) => string;
  readonly tally: (tally: {
    readonly for: number;
    readonly against: number;
    readonly abstain: number;
    readonly invalid: number;
  }) => string;
  readonly eligible: (votes: number, present: number) => string;
  readonly result: Words<'adopted' | 'rejected' | 'objected'>;
  readonly abandoned: (reason: string) => string;
  readonly objected: (name: string, reason: string | null) => string;
  readonly asked: (name: string, text: string) => string;
  readonly answered: (name: string, text: string) => string;
  readonly dismissed: (reason: string | null) => string;
  readonly unanswered: string;
  readonly attendanceSummary: (present: number, absent: number, excused: number) => string;
  readonly delegationsSummary: (counted: number, expected: number) => string;
  readonly late: string;
  readonly leftEarly: string;
  readonly substitute: (name: string, title: string | null) => string;
  readonly excusedBecause: (reason: string) => string;
  readonly itemsAttended: (attended: number, all: number) => string;
  readonly correction: (field: string, from: string, to: string, by: string | null, moment: string) => string;
  readonly because: (reason: string) => string;
  readonly edited: (moment: string) => string;
  readonly signedMinutes: (office: string, name: string, moment: string) => string;
  readonly adopted: (moment: string) => string;
  readonly notSigned: string;
};

const dictionaries: Readonly<Record<'en' | 'zh-CN', MinutesWords>> = { en, 'zh-CN': zhCN };

/** The dictionary for a language of the meeting: Chinese for every Chinese, else English. */
export const wordsFor = (language: string): MinutesWords => dictionaries[/^zh(-|$)/i.test(language) ? 'zh-CN' : 'en'];
