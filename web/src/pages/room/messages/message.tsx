// One message to all. Its author can take it back; that it was written, by whom and when, stays.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { createGiving } from '../giving.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function Message(props: { readonly messageId: string }): JSX.Element {
  const { r } = useRoomWords();
  const { live, meeting, mine } = useRoom();
  const message = () => live.view().conversation.messages.get(props.messageId)!;
  const posted = () => message().posted!;
  const own = () => posted().authorId === mine().attendee?.attendeeId;
  const mayWithdraw = () => ['convened', 'open', 'recess', 'closed'].includes(meeting().lifecycle.status);
  const withdraw = createGiving('withdraw-message', () => ({ messageId: props.messageId }));
  const gone = () => {
    const { withdrawn } = message();
    if (withdrawn === null) return null;
    if (withdrawn.byId === posted().authorId) return r('messages.withdrawn');
    return withdrawn.reason === null
      ? r('messages.hidden')
      : r('messages.hidden.because', { reason: withdrawn.reason });
  };
  return (
    <li data-component="message" data-own={own() ? '' : undefined}>
      <Author name={posted().authorName} at={posted().at} />
      <Show when={gone()} fallback={<p data-part="text">{posted().text}</p>}>
        <p data-part="gone">{gone()}</p>
      </Show>
      <Show when={own() && gone() === null && mayWithdraw()}>
        <Button variant="quiet" action={withdraw}>
          {r('messages.withdraw')}
        </Button>
      </Show>
    </li>
  );
}

/** Who wrote it, and when. */
export function Author(props: { readonly name: string; readonly at: string }): JSX.Element {
  const { formats } = useRoomWords();
  const { meeting } = useRoom();
  return (
    <p data-part="author">
      <strong>{props.name}</strong>{' '}
      <time datetime={props.at}>{formats(meeting().lifecycle.timeZone).time(props.at)}</time>
    </p>
  );
}
