// Before the opening: the answer to the invitation; once it is given, what it was.

import type { Attendee } from '@rostrum/events';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { createGiving } from '../giving.ts';
import { addressOf } from '../sections.ts';
import { useShown } from '../use-shown.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function AnswerBar(props: { readonly answer: Attendee['answer'] }): JSX.Element {
  const { r } = useRoomWords();
  const { mine } = useRoom();
  const shown = useShown();
  const accept = createGiving('answer-invitation', () => ({
    attendeeId: mine().attendee?.attendeeId ?? '',
    answer: 'accepted' as const,
  }));
  const given = () => {
    const { answer } = props;
    if (answer === 'substituted') return r('answer.substituted', { name: mine().attendee?.substitute?.name ?? '' });
    return answer === 'none' ? '' : r(`answer.${answer}`);
  };
  return (
    <div data-part="row">
      <Show
        when={props.answer === 'none'}
        fallback={
          <>
            <p data-part="state" data-done>
              <strong>{given()}</strong>
            </p>
            <Show when={shown.section() !== 'part'}>
              <a href={addressOf({ show: 'part' })} data-component="button" data-variant="plain" data-size="large">
                {r('answer.change')}
              </a>
            </Show>
          </>
        }
      >
        <Button variant="primary" size="large" action={accept}>
          {r('answer.accept')}
        </Button>
        <a href={addressOf({ show: 'part' })} data-component="button" data-variant="plain" data-size="large">
          {r('answer.other')}
        </a>
      </Show>
    </div>
  );
}
