// The written conversation beside a meeting: messages to all, and questions put in writing. A stream of its own, written
// without one order; entries end in the same state whichever arrives first.

import * as z from 'zod';
import type { Actor } from '../kernel/actor.ts';
import { Codec } from '../kernel/codec.ts';
import { ANYONE_PRESENT, OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { byTime, earliest, latest } from '../kernel/commutative.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { id, instant, line, prose } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import type { MeetingStatus } from '../meeting/lifecycle.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { isOfficer } from '../meeting/roles.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const words = prose(2000);
const author = { authorId: id, authorName: line(200) };

export const conversationEvents = {
  MessagePosted: z.strictObject({ messageId: id, ...author, text: words, at: instant }),
  /** By its author without a reason, or hidden by an officer with one. */
  MessageWithdrawn: z.strictObject({ messageId: id, byId: id, reason: line(300).nullable(), at: instant }),
  QuestionAsked: z.strictObject({ questionId: id, ...author, text: words, itemId: id.nullable(), at: instant }),
  QuestionAnswered: z.strictObject({ questionId: id, ...author, text: prose(5000), at: instant }),
  QuestionDismissed: z.strictObject({ questionId: id, reason: line(300).nullable(), at: instant }),
};
export type ConversationEvent = EventOf<typeof conversationEvents>;
export const conversationCodec = new Codec(conversationEvents);

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

type Written = { readonly authorId: string; readonly authorName: string; readonly text: string; readonly at: Instant };

/** A message. Its withdrawal may be heard of before the message itself. */
export type Message = {
  readonly messageId: string;
  readonly posted: Written | null;
  readonly withdrawn: { readonly byId: string; readonly reason: string | null; readonly at: Instant } | null;
};

export type Question = {
  readonly questionId: string;
  readonly asked: (Written & { readonly itemId: string | null }) | null;
  /** The latest answer holds. */
  readonly answered: Written | null;
  readonly dismissed: { readonly reason: string | null; readonly at: Instant } | null;
};

/** The order of entries is that of arrival and means nothing: read them with `messagesOf` and `questionsOf`. */
export type ConversationState = { readonly messages: Ledger<Message>; readonly questions: Ledger<Question> };

export const initialConversation: ConversationState = { messages: Ledger.empty(), questions: Ledger.empty() };

/** The messages that were posted, withdrawn ones included, in order of time. */
export const messagesOf = ({ messages }: ConversationState): readonly (Message & { readonly posted: Written })[] =>
  messages
    .values()
    .flatMap((message) => (message.posted ? [{ ...message, posted: message.posted }] : []))
    .toSorted((a, b) =>
      byTime({ at: a.posted.at, messageId: a.messageId }, { at: b.posted.at, messageId: b.messageId }),
    );

/** The questions that were asked, in order of time. */
export const questionsOf = ({ questions }: ConversationState) =>
  questions
    .values()
    .flatMap((question) => (question.asked ? [{ ...question, asked: question.asked }] : []))
    .toSorted((a, b) =>
      byTime({ at: a.asked.at, questionId: a.questionId }, { at: b.asked.at, questionId: b.questionId }),
    );

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const onMessage = (
  state: ConversationState,
  messageId: string,
  hear: (message: Message) => Message,
): ConversationState => ({
  ...state,
  messages: state.messages.set(
    messageId,
    hear(state.messages.get(messageId) ?? { messageId, posted: null, withdrawn: null }),
  ),
});

const onQuestion = (
  state: ConversationState,
  questionId: string,
  hear: (question: Question) => Question,
): ConversationState => ({
  ...state,
  questions: state.questions.set(
    questionId,
    hear(state.questions.get(questionId) ?? { questionId, asked: null, answered: null, dismissed: null }),
  ),
});

/** Words that were withdrawn are shown to nobody any more; that they were said, by whom and when, remains. */
const unsaid = (message: Message): Message =>
  message.withdrawn && message.posted ? { ...message, posted: { ...message.posted, text: '' } } : message;

export const evolveConversation: Evolve<ConversationState, ConversationEvent> = {
  MessagePosted: (state, { messageId, authorId, authorName, text, at }) =>
    onMessage(state, messageId, (message) =>
      unsaid({ ...message, posted: earliest(message.posted, { authorId, authorName, text, at }) }),
    ),
  MessageWithdrawn: (state, { messageId, byId, reason, at }) =>
    onMessage(state, messageId, (message) =>
      unsaid({ ...message, withdrawn: earliest(message.withdrawn, { byId, reason, at }) }),
    ),
  QuestionAsked: (state, { questionId, authorId, authorName, text, itemId, at }) =>
    onQuestion(state, questionId, (question) => ({
      ...question,
      asked: earliest(question.asked, { authorId, authorName, text, itemId, at }),
    })),
  QuestionAnswered: (state, { questionId, authorId, authorName, text, at }) =>
    onQuestion(state, questionId, (question) => ({
      ...question,
      answered: latest(question.answered, { authorId, authorName, text, at }),
    })),
  QuestionDismissed: (state, { questionId, reason, at }) =>
    onQuestion(state, questionId, (question) => ({
      ...question,
      dismissed: earliest(question.dismissed, { reason, at }),
    })),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

const WHILE_PEOPLE_MEET = ['convened', 'open', 'recess'] as const satisfies readonly MeetingStatus[];
const UNTIL_ANSWERED = [...WHILE_PEOPLE_MEET, 'closed'] as const satisfies readonly MeetingStatus[];

export const conversationCommands = {
  'post-message': {
    summary: 'Post a message',
    description: 'Writes a message to all who are in the meeting, from the invitation to the closing.',
    input: z.strictObject({ messageId: id.optional(), text: words }),
    example: { text: 'The sound from the branch venue is faint.' },
    by: ANYONE_PRESENT,
    during: WHILE_PEOPLE_MEET,
  },
  'withdraw-message': {
    summary: 'Withdraw a message',
    description: 'Takes one’s own message back; an officer hides anyone’s, with the reason.',
    input: z.strictObject({ messageId: id, reason: line(300).nullable().default(null) }),
    example: { messageId: 'message-1', reason: 'Not for this meeting' },
    by: ANYONE_PRESENT,
    during: UNTIL_ANSWERED,
  },
  'ask-question': {
    summary: 'Ask a question in writing',
    description: 'Puts a written question, on an item of the agenda or on the meeting as a whole.',
    input: z.strictObject({ questionId: id.optional(), text: words, itemId: id.nullable().default(null) }),
    example: { text: 'When does the second phase begin?', itemId: 'report' },
    by: ANYONE_PRESENT,
    during: WHILE_PEOPLE_MEET,
  },
  'answer-question': {
    summary: 'Answer a written question',
    description: 'Answers in writing, also after the closing. A later answer replaces the earlier.',
    input: z.strictObject({ questionId: id, text: prose(5000) }),
    example: { questionId: 'question-1', text: 'In June, with the units named in the plan.' },
    by: OFFICERS,
    during: UNTIL_ANSWERED,
  },
  'dismiss-question': {
    summary: 'Dismiss a written question',
    description: 'Sets a question aside without an answer. Refused once it is answered.',
    input: z.strictObject({ questionId: id, reason: line(300).nullable().default(null) }),
    example: { questionId: 'question-1', reason: 'Answered in the speech' },
    by: OFFICERS,
    during: UNTIL_ANSWERED,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const signed = (actor: Actor, meeting: MeetingState) => ({
  authorId: actor.id,
  authorName: meeting.roster.attendees.get(actor.id)?.name ?? (actor.kind === 'system' ? actor.id : actor.name),
});

const unknownQuestion = (questionId: string) =>
  reject.missing('conversation.unknown-question', 'There is no such question in this meeting.', { questionId });

export const decideConversation: Deciders<
  typeof conversationCommands,
  ConversationState,
  BesideMeeting,
  ConversationEvent
> = {
  'post-message': ({ id: commandId, data, actor, at }, { messages }, { meeting }) => {
    const { messageId = commandId, text } = data;
    const posted = messages.get(messageId)?.posted;
    if (posted?.authorId === actor.id && posted.text === text) return nothing;
    if (posted) {
      return reject.conflict(
        'conversation.message-exists',
        'There is a message with this id already. Use another id.',
        {
          messageId,
        },
      );
    }
    return [{ type: 'MessagePosted', data: { messageId, ...signed(actor, meeting), text, at } }];
  },

  'withdraw-message': ({ data, actor, at }, { messages }, { meeting }) => {
    const { messageId, reason } = data;
    const message = messages.get(messageId);
    if (!message?.posted) {
      return reject.missing('conversation.unknown-message', 'There is no such message in this meeting.', { messageId });
    }
    const own = message.posted.authorId === actor.id;
    if (!own && !isOfficer(actor, meeting)) {
      return reject.forbidden('conversation.not-your-message', 'Only its author or an officer can withdraw a message.');
    }
    if (message.withdrawn) return nothing;
    if (!own && reason === null) {
      return reject.invalid('conversation.no-reason', 'Say why the message of another is hidden.', { messageId });
    }
    return [{ type: 'MessageWithdrawn', data: { messageId, byId: actor.id, reason, at } }];
  },

  'ask-question': ({ id: commandId, data, actor, at }, { questions }, { meeting }) => {
    const { questionId = commandId, text, itemId } = data;
    const asked = questions.get(questionId)?.asked;
    if (asked?.authorId === actor.id && asked.text === text) return nothing;
    if (asked) {
      return reject.conflict(
        'conversation.question-exists',
        'There is a question with this id already. Use another id.',
        {
          questionId,
        },
      );
    }
    if (itemId !== null && !meeting.agenda.items.has(itemId)) {
      return reject.missing('agenda.unknown', 'There is no such item on the agenda.', { itemId });
    }
    return [{ type: 'QuestionAsked', data: { questionId, ...signed(actor, meeting), text, itemId, at } }];
  },

  'answer-question': ({ data, actor, at }, { questions }, { meeting }) => {
    const { questionId, text } = data;
    const question = questions.get(questionId);
    if (!question?.asked) return unknownQuestion(questionId);
    if (question.answered?.text === text) return nothing;
    return [{ type: 'QuestionAnswered', data: { questionId, ...signed(actor, meeting), text, at } }];
  },

  'dismiss-question': ({ data, at }, { questions }) => {
    const question = questions.get(data.questionId);
    if (!question?.asked) return unknownQuestion(data.questionId);
    if (question.dismissed) return nothing;
    if (question.answered) {
      return reject.conflict('conversation.answered', 'This question is answered. Write another answer instead.', {
        questionId: data.questionId,
      });
    }
    return [{ type: 'QuestionDismissed', data: { ...data, at } }];
  },
};
