// What is written beside the meeting: questions, which are answered, and messages to all.

import { messagesOf, questionsOf } from '@rostrum/events';
import { createMemo, createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { useDeskWords } from '../words.ts';
import { Messages } from './messages.tsx';
import { Questions } from './questions.tsx';
import './conversation.css';

export function Conversation(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const [tab, setTab] = createSignal<'questions' | 'messages'>('questions');
  const questions = createMemo(() => questionsOf(live.view().conversation));
  const messages = createMemo(() => messagesOf(live.view().conversation));
  const waiting = () => questions().filter(({ answered, dismissed }) => answered === null && dismissed === null).length;
  return (
    <section data-component="desk-conversation" aria-labelledby="desk-conversation">
      <header>
        <h2 id="desk-conversation">{t('conversation.title')}</h2>
        <div role="group" aria-labelledby="desk-conversation" data-part="tabs">
          <button type="button" aria-pressed={tab() === 'questions'} onClick={() => setTab('questions')}>
            {t('conversation.questions', { count: waiting() })}
          </button>
          <button type="button" aria-pressed={tab() === 'messages'} onClick={() => setTab('messages')}>
            {t('conversation.messages', { count: messages().length })}
          </button>
        </div>
      </header>
      <Show when={tab() === 'questions'} fallback={<Messages messages={messages()} />}>
        <Questions questions={questions()} />
      </Show>
    </section>
  );
}
