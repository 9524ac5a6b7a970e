import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldBy } from '../kernel/fold.ts';
import { decideBeside } from '../meeting/admission.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import { beside, dated } from '../testing/beside.ts';
import { attendee, EARLIER, organizer, specification, system } from '../testing/given.ts';
import type { Happened } from '../testing/given.ts';
import { draft, over, ready, underReport } from '../testing/past.ts';
import {
  conversationCommands,
  conversationEvents,
  decideConversation,
  evolveConversation,
  initialConversation,
  messagesOf,
  questionsOf,
} from './conversation.ts';
import type { ConversationEvent, ConversationState } from './conversation.ts';

const fold = foldBy(evolveConversation);

const given = specification<typeof conversationCommands, ConversationState, BesideMeeting, ConversationEvent>({
  commands: conversationCommands,
  events: conversationEvents,
  initial: initialConversation,
  around: beside(...underReport),
  evolve: fold,
  decide: decideBeside(conversationCommands, decideConversation),
});

type Event = Happened<ConversationEvent>;
const wei = { authorId: 'wei', authorName: 'Wei' };
const posted: Event = { type: 'MessagePosted', data: { messageId: 'message-1', ...wei, text: 'The sound is faint.' } };
const withdrawn = (byId: string, reason: string | null): Event => ({
  type: 'MessageWithdrawn',
  data: { messageId: 'message-1', byId, reason },
});
const asked: Event = {
  type: 'QuestionAsked',
  data: { questionId: 'question-1', ...wei, text: 'When does it begin?', itemId: null },
};
const answered = (text: string): Event => ({
  type: 'QuestionAnswered',
  data: { questionId: 'question-1', authorId: 'sun', authorName: 'Sun', text },
});
const dismissed = (reason: string | null): Event => ({
  type: 'QuestionDismissed',
  data: { questionId: 'question-1', reason },
});

describe('posting a message', () => {
  it('carries the author’s name on the roster', () => {
    given()
      .by(attendee('wei'))
      .when('post-message', { messageId: 'message-1', text: 'The sound is faint.' })
      .then(posted);
  });

  it('is open to the organizer in their own name, before the opening too', () => {
    given()
      .around(beside(...ready))
      .by(organizer)
      .when('post-message', { text: 'The room opens at a quarter to nine.' })
      .then({
        type: 'MessagePosted',
        data: {
          messageId: 'command-1',
          authorId: 'account-1',
          authorName: 'Organizer',
          text: 'The room opens at a quarter to nine.',
        },
      });
  });

  it('records nothing where it is posted, and is refused under the id of another message', () => {
    given(posted)
      .by(attendee('wei'))
      .when('post-message', { messageId: 'message-1', text: 'The sound is faint.' })
      .thenNothing();
    given(posted)
      .by(attendee('liu'))
      .when('post-message', { messageId: 'message-1', text: 'The sound is faint.' })
      .refused('conversation.message-exists');
  });

  it('is refused in a draft, after the closing, to strangers and without text', () => {
    const message = { text: 'The sound is faint.' };
    given()
      .around(beside(...draft))
      .by(attendee('wei'))
      .when('post-message', message)
      .refused('meeting.not-convened');
    given()
      .around(beside(...over))
      .by(attendee('wei'))
      .when('post-message', message)
      .refused('meeting.closed');
    given().by(attendee('wei', 'meeting-2')).when('post-message', message).refused('meeting.not-permitted');
    given().by(system()).when('post-message', message).refused('meeting.not-permitted');
    given().when('post-message', { text: '  ' }).malformed('text');
  });
});

describe('withdrawing a message', () => {
  it('is done by its author without a reason, and by an officer with one', () => {
    const { messages } = given(posted)
      .by(attendee('wei'))
      .when('withdraw-message', { messageId: 'message-1' })
      .then(withdrawn('wei', null));
    expect(messages.get('message-1')?.withdrawn).toMatchObject({ byId: 'wei' });
    given(posted)
      .by(attendee('sun'))
      .when('withdraw-message', { messageId: 'message-1', reason: 'Not for this meeting' })
      .then(withdrawn('sun', 'Not for this meeting'));
  });

  it('records nothing where it is withdrawn', () => {
    given(posted, withdrawn('wei', null))
      .by(attendee('wei'))
      .when('withdraw-message', { messageId: 'message-1' })
      .thenNothing();
  });

  it('is refused to others, to an officer without a reason and for an unknown message', () => {
    given(posted)
      .by(attendee('wei', 'meeting-2'))
      .when('withdraw-message', { messageId: 'message-1' })
      .refused('meeting.not-permitted');
    given({ ...posted, data: { ...posted.data, authorId: 'liu' } } as Event)
      .by(attendee('wei'))
      .when('withdraw-message', { messageId: 'message-1' })
      .refused('conversation.not-your-message');
    given(posted)
      .by(attendee('sun'))
      .when('withdraw-message', { messageId: 'message-1' })
      .refused('conversation.no-reason');
    given().when('withdraw-message', { messageId: 'message-1' }).refused('conversation.unknown-message');
  });
});

describe('a written question', () => {
  it('is asked on an item or on the meeting as a whole', () => {
    given()
      .by(attendee('wei'))
      .when('ask-question', { questionId: 'question-1', text: 'When does it begin?' })
      .then(asked);
    given()
      .by(attendee('wei'))
      .when('ask-question', { questionId: 'question-1', text: 'When does it begin?', itemId: 'report' })
      .then({ ...asked, data: { ...asked.data, itemId: 'report' } } as Event);
  });

  it('is recorded once, and refused under the id of another and for an unknown item', () => {
    given(asked)
      .by(attendee('wei'))
      .when('ask-question', { questionId: 'question-1', text: 'When does it begin?' })
      .thenNothing();
    given(asked)
      .by(attendee('liu'))
      .when('ask-question', { questionId: 'question-1', text: 'When does it begin?' })
      .refused('conversation.question-exists');
    given().when('ask-question', { text: 'When does it begin?', itemId: 'nothing' }).refused('agenda.unknown');
  });

  it('is answered by an officer, also after the closing, and the later answer holds', () => {
    given(asked)
      .around(beside(...over))
      .by(attendee('sun'))
      .when('answer-question', { questionId: 'question-1', text: 'In June.' })
      .then(answered('In June.'));
    const { questions } = given(asked, answered('In May.'))
      .by(attendee('sun'))
      .when('answer-question', { questionId: 'question-1', text: 'In June.' })
      .then(answered('In June.'));
    expect(questions.get('question-1')?.answered?.text).toBe('In June.');
  });

  it('is answered once with the same words, and only where it was asked', () => {
    given(asked, answered('In June.'))
      .when('answer-question', { questionId: 'question-1', text: 'In June.' })
      .thenNothing();
    given()
      .when('answer-question', { questionId: 'question-1', text: 'In June.' })
      .refused('conversation.unknown-question');
    given(asked)
      .by(attendee('wei'))
      .when('answer-question', { questionId: 'question-1', text: 'In June.' })
      .refused('meeting.not-permitted');
  });

  it('is dismissed by an officer, unless it is answered', () => {
    given(asked)
      .when('dismiss-question', { questionId: 'question-1', reason: 'Answered in the speech' })
      .then(dismissed('Answered in the speech'));
    given(asked, dismissed(null)).when('dismiss-question', { questionId: 'question-1' }).thenNothing();
    given(asked, answered('In June.'))
      .when('dismiss-question', { questionId: 'question-1' })
      .refused('conversation.answered');
    given().when('dismiss-question', { questionId: 'question-1' }).refused('conversation.unknown-question');
  });
});

describe('the conversation', () => {
  const at = fc.nat(5).map((minutes) => new Date(Date.parse(EARLIER) + minutes * 60_000).toISOString());
  const which = fc.constantFrom('1', '2');
  const words = fc.constantFrom('Yes.', 'No.');
  const event: fc.Arbitrary<ConversationEvent> = fc.tuple(fc.nat(4), which, words, at).map(([kind, n, text, at]) => {
    const [messageId, questionId] = [`message-${n}`, `question-${n}`];
    const kinds: readonly ConversationEvent[] = [
      { type: 'MessagePosted', data: { messageId, ...wei, text, at } },
      { type: 'MessageWithdrawn', data: { messageId, byId: 'sun', reason: text, at } },
      { type: 'QuestionAsked', data: { questionId, ...wei, text, itemId: null, at } },
      { type: 'QuestionAnswered', data: { questionId, ...wei, text, at } },
      { type: 'QuestionDismissed', data: { questionId, reason: text, at } },
    ];
    return kinds[kind]!;
  });

  it('reads the same in whatever order its events arrive, and where some arrive twice', () => {
    const twoDeliveries = fc
      .array(event, { maxLength: 20 })
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length })),
      );
    fc.assert(
      fc.property(twoDeliveries, ([once, otherwise]) => {
        const [one, other] = [once, otherwise].map((events) => events.reduce(fold, initialConversation));
        expect(messagesOf(other!)).toEqual(messagesOf(one!));
        expect(questionsOf(other!)).toEqual(questionsOf(one!));
      }),
      { numRuns: 500 },
    );
  });

  it('shows messages in order of time, and none that was withdrawn before it was heard', () => {
    const early = dated<ConversationEvent>(posted, EARLIER);
    const late = dated<ConversationEvent>(
      { type: 'MessagePosted', data: { messageId: 'message-2', ...wei, text: 'Better now.' } },
      '2021-05-26T01:05:00.000Z',
    );
    const orphan = dated<ConversationEvent>({
      type: 'MessageWithdrawn',
      data: { messageId: 'message-3', byId: 'wei', reason: null },
    });
    const state = [late, orphan, early].reduce(fold, initialConversation);
    expect(messagesOf(state).map(({ messageId }) => messageId)).toEqual(['message-1', 'message-2']);
  });
});
