// What is asked of a person and not done yet: the invitation, statements to sign, papers to read, directives to
// acknowledge. Kept in the order in which it presses.

import { answersFor, directivesInForce, hasRead, respondentsOf } from '@rostrum/events';
import type { Actor, Directive, Document, FollowUp, MeetingStatus, Statement, StatementAnswer } from '@rostrum/events';
import type { MeetingView } from '@rostrum/projections';
import type { Mine } from './mine.ts';

export type Task =
  | { readonly is: 'answer' }
  | { readonly is: 'sign'; readonly statementId: string; readonly recipientId: string; readonly title: string }
  | { readonly is: 'read'; readonly documentId: string; readonly title: string }
  | { readonly is: 'acknowledge'; readonly directiveId: string; readonly text: string };

/** A statement with one's own answer to it. */
export type MyStatement = { readonly statement: Statement; readonly answer: StatementAnswer };

/** A directive with whom one answers for, and how far they have come; null where they have not acknowledged it. */
export type MyDirective = {
  readonly directive: Directive;
  readonly respondents: readonly { readonly respondent: string; readonly followUp: FollowUp | null }[];
};

/** Statements issued to oneself or to a delegation one heads, each recipient for itself, in the order of issue. */
export function statementsTo({ meeting }: MeetingView, { ids }: Mine): readonly MyStatement[] {
  return meeting.statements.all.values().flatMap((statement) =>
    statement.status === 'issued'
      ? ids.flatMap((recipientId) => {
          const answer = statement.answers.get(recipientId);
          return answer ? [{ statement, answer }] : [];
        })
      : [],
  );
}

/** Directives in force that one answers, in one's own name or for one's unit, in the order of issue. */
export function directivesTo({ meeting, followUps }: MeetingView, me: Actor | null): readonly MyDirective[] {
  if (me?.kind !== 'attendee') return [];
  return directivesInForce(meeting.directives).flatMap((directive) => {
    const respondents = respondentsOf(directive, meeting.roster)
      .filter((respondent) => answersFor(me, respondent, meeting))
      .map((respondent) => ({
        respondent,
        followUp: followUps.get(directive.directiveId)?.respondents.get(respondent) ?? null,
      }));
    return respondents.length > 0 ? [{ directive, respondents }] : [];
  });
}

/** Documents that are before the meeting, in the order in which they were tabled. What one may not see is not in the view. */
export const papersIn = ({ meeting }: MeetingView): readonly Document[] =>
  meeting.documents.all.values().filter(({ withdrawn }) => withdrawn === null);

/** When each can be done, by the meeting's status: as the rules of the commands have it. */
const seasons: Readonly<Record<Task['is'], readonly MeetingStatus[]>> = {
  answer: ['convened'],
  sign: ['open', 'recess', 'closed', 'minuted'],
  read: ['convened', 'open', 'recess', 'closed', 'minuted'],
  acknowledge: ['open', 'recess', 'closed', 'minuted', 'sealed'],
};

/** The parts of the view that `tasksOf` looks at. */
export const partsOfTasks = ({ meeting, followUps }: MeetingView): readonly unknown[] => [
  meeting.lifecycle.status,
  meeting.roster,
  meeting.statements,
  meeting.documents,
  meeting.directives,
  followUps,
];

/** What is asked of the person and not done, what presses most first. */
export function tasksOf(view: MeetingView, me: Actor | null, mine: Mine): readonly Task[] {
  const { attendee } = mine;
  if (attendee === null) return [];
  const tasks: readonly Task[] = [
    ...(attendee.answer === 'none' ? [{ is: 'answer' as const }] : []),
    ...statementsTo(view, mine)
      .filter(({ answer }) => answer.answer === 'outstanding')
      .map(({ statement: { statementId, title }, answer: { recipientId } }) => ({
        is: 'sign' as const,
        statementId,
        recipientId,
        title,
      })),
    ...papersIn(view)
      .filter((document) => document.confirmReading && !hasRead(document, attendee.attendeeId))
      .map(({ documentId, title }) => ({ is: 'read' as const, documentId, title })),
    ...directivesTo(view, me)
      .filter(({ respondents }) => respondents.some(({ followUp }) => followUp === null))
      .map(({ directive: { directiveId, text } }) => ({ is: 'acknowledge' as const, directiveId, text })),
  ];
  return tasks.filter(({ is }) => seasons[is].includes(view.meeting.lifecycle.status));
}
