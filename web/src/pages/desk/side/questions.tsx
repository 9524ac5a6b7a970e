// Written questions: the open ones first, each answered or dismissed where it stands.

import type { questionsOf } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { Badge } from '../../../ui/badge.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';

type Asked = ReturnType<typeof questionsOf>[number];

export function Questions(props: { readonly questions: readonly Asked[] }): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const marks = useMarks();
  const { formats } = useWords();
  const isOpen = ({ answered, dismissed }: Asked) => answered === null && dismissed === null;
  const ids = createMemo(() =>
    [...props.questions.filter(isOpen), ...props.questions.filter((question) => !isOpen(question)).toReversed()].map(
      ({ questionId }) => questionId,
    ),
  );
  const questionAt = (id: string) => props.questions.find(({ questionId }) => questionId === id);
  const time = (instant: string) => formats(live.view().meeting.lifecycle.timeZone).time(instant);
  const itemTitle = (itemId: string | null) =>
    itemId === null ? undefined : live.view().meeting.agenda.items.get(itemId)?.title;
  return (
    <Show when={ids().length > 0} fallback={<p data-part="none">{t('conversation.noQuestions')}</p>}>
      <ul>
        <For each={ids()}>
          {(id) => (
            <Show when={questionAt(id)}>
              {(question) => (
                <li data-marked={marks.by(id)}>
                  <p data-part="by">
                    <strong>{question().asked.authorName}</strong> {time(question().asked.at)}
                  </p>
                  <p>{question().asked.text}</p>
                  <Show when={itemTitle(question().asked.itemId)}>
                    {(title) => <p data-part="about">{t('conversation.on', { title: title() })}</p>}
                  </Show>
                  <Show when={question().answered}>
                    {(answer) => (
                      <blockquote>
                        <p data-part="by">
                          <strong>{answer().authorName}</strong> {time(answer().at)}
                        </p>
                        <p>{answer().text}</p>
                      </blockquote>
                    )}
                  </Show>
                  <Show when={question().dismissed}>
                    {(dismissed) => <Badge tone="off">{dismissed().reason ?? t('conversation.dismissed')}</Badge>}
                  </Show>
                  <div data-part="deeds">
                    <FormButton
                      command="answer-question"
                      given={{ questionId: id, ...(question().answered && { text: question().answered!.text }) }}
                    >
                      {t(question().answered ? 'conversation.answerAgain' : 'conversation.answer')}
                    </FormButton>
                    <Show when={isOpen(question())}>
                      <FormButton command="dismiss-question" given={{ questionId: id }}>
                        {t('conversation.dismiss')}
                      </FormButton>
                    </Show>
                  </div>
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
    </Show>
  );
}
