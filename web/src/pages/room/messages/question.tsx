// One question in writing, with its answer.

import { Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { Author } from './message.tsx';

export function Question(props: { readonly questionId: string }): JSX.Element {
  const { r } = useRoomWords();
  const { live, meeting, mine } = useRoom();
  const question = () => live.view().conversation.questions.get(props.questionId)!;
  const asked = () => question().asked!;
  const title = () => {
    const { itemId } = asked();
    const item = itemId === null ? undefined : meeting().agenda.items.get(itemId);
    return item ? r('messages.question.on', { title: item.title }) : r('messages.question');
  };
  const dismissed = () => {
    const { reason } = question().dismissed ?? { reason: null };
    return reason === null ? r('messages.dismissed') : r('messages.dismissed.because', { reason });
  };
  return (
    <li
      data-component="message"
      data-kind="question"
      data-own={asked().authorId === mine().attendee?.attendeeId ? '' : undefined}
    >
      <Author name={asked().authorName} at={asked().at} />
      <p data-part="about">{title()}</p>
      <p data-part="text">{asked().text}</p>
      <Switch fallback={<Badge tone="waiting">{r('messages.unanswered')}</Badge>}>
        <Match when={question().answered}>
          {(answer) => (
            <div data-part="answer">
              <p data-part="about">{r('messages.answer', { name: answer().authorName })}</p>
              <p data-part="text">{answer().text}</p>
            </div>
          )}
        </Match>
        <Match when={question().dismissed}>
          <Show when={dismissed()}>{(words) => <Badge tone="off">{words()}</Badge>}</Show>
        </Match>
      </Switch>
    </li>
  );
}
