// What has been written, messages and questions together in order of time.

import { messagesOf, questionsOf } from '@rostrum/events';
import type { ConversationState } from '@rostrum/events';

type Messages = ReturnType<typeof messagesOf>[number];
type Questions = ReturnType<typeof questionsOf>[number];

export type Entry =
  | {
      readonly is: 'message';
      readonly id: string;
      readonly at: string;
      readonly authorId: string;
      readonly of: Messages;
    }
  | {
      readonly is: 'question';
      readonly id: string;
      readonly at: string;
      readonly authorId: string;
      readonly of: Questions;
    };

/** Everything that was written, the latest last; what was withdrawn keeps its place. */
export function entriesOf(conversation: ConversationState): readonly Entry[] {
  const messages: readonly Entry[] = messagesOf(conversation).map((of) => ({
    is: 'message',
    id: of.messageId,
    at: of.posted.at,
    authorId: of.posted.authorId,
    of,
  }));
  const questions: readonly Entry[] = questionsOf(conversation).map((of) => ({
    is: 'question',
    id: of.questionId,
    at: of.asked.at,
    authorId: of.asked.authorId,
    of,
  }));
  return [...messages, ...questions].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/**
 * How many entries of others are new to a reader who has seen those before an instant; an answer to one's own question
 * counts too.
 * @param seen RFC 3339; null: nothing has been seen
 */
export function unseen(entries: readonly Entry[], seen: string | null, me: string | undefined): number {
  const later = (at: string) => seen === null || Date.parse(at) > Date.parse(seen);
  return entries.filter((entry) => {
    if (entry.authorId !== me) return later(entry.at);
    const answered = entry.is === 'question' ? entry.of.answered : null;
    return answered !== null && answered.authorId !== me && later(answered.at);
  }).length;
}
