// What had been written beside the meeting, the latest first: messages and questions in one line of time.

import { messagesOf, questionsOf } from '@rostrum/events';
import type { ConversationState } from '@rostrum/events';
import { createMemo, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Few } from './few.tsx';
import { ThenSection } from './section.tsx';

type Written = {
  readonly id: string;
  readonly kind: 'message' | 'question';
  readonly at: string;
  readonly name: string;
  /** Null: withdrawn. */
  readonly text: string | null;
  readonly answer: { readonly name: string; readonly text: string } | null;
  readonly dismissed: boolean;
};

function writtenIn(conversation: ConversationState): readonly Written[] {
  const messages = messagesOf(conversation).map(({ messageId, posted, withdrawn }): Written => ({
    id: messageId,
    kind: 'message',
    at: posted.at,
    name: posted.authorName,
    text: withdrawn === null ? posted.text : null,
    answer: null,
    dismissed: false,
  }));
  const questions = questionsOf(conversation).map(({ questionId, asked, answered, dismissed }): Written => ({
    id: questionId,
    kind: 'question',
    at: asked.at,
    name: asked.authorName,
    text: asked.text,
    answer: answered && { name: answered.authorName, text: answered.text },
    dismissed: dismissed !== null,
  }));
  return [...messages, ...questions].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

export function ThenConversation(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const written = createMemo(() => writtenIn(archive.parts.conversation()));
  return (
    <ThenSection title={a('conversation.title')} count={written().length}>
      <Few count={written().length} at={(place) => written()[place]!}>
        {(one) => <WrittenEntry written={one()} />}
      </Few>
    </ThenSection>
  );
}

function WrittenEntry(props: { readonly written: Written }): JSX.Element {
  const { a } = useArchiveWords();
  return (
    <article data-component="then-entry" data-kind={props.written.kind}>
      <p data-part="about">
        <strong dir="auto">{props.written.name}</strong> <InstantLink at={props.written.at} />
        <Show when={props.written.kind === 'question'}> · {a('conversation.question')}</Show>
      </p>
      <Switch>
        <Match when={props.written.text === null}>
          <p data-part="withdrawn">{a('conversation.withdrawn')}</p>
        </Match>
        <Match when={props.written.text !== null}>
          <p data-part="text">{props.written.text}</p>
        </Match>
      </Switch>
      <Show when={props.written.answer !== null}>
        <p data-part="answer">
          <strong dir="auto">{props.written.answer?.name}</strong> {props.written.answer?.text}
        </p>
      </Show>
      <Show when={props.written.dismissed}>
        <p data-part="withdrawn">{a('conversation.dismissed')}</p>
      </Show>
    </article>
  );
}
