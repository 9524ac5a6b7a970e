// Messages to all: read, written, and hidden where they do not belong here.

import type { messagesOf } from '@rostrum/events';
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { createDeed } from '../../../meeting/deed.ts';
import { useReason } from '../../../meeting/reasons.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';

type Posted = ReturnType<typeof messagesOf>[number];

export function Messages(props: { readonly messages: readonly Posted[] }): JSX.Element {
  const { formats } = useWords();
  const t = useDeskWords();
  const live = useLive();
  let list: HTMLUListElement | undefined;
  const ids = createMemo(() => props.messages.map(({ messageId }) => messageId));
  const messageAt = (id: string) => props.messages.find(({ messageId }) => messageId === id);
  const time = (instant: string) => formats(live.view().meeting.lifecycle.timeZone).time(instant);
  createEffect(
    on(
      () => ids().length,
      () => list?.scrollTo({ top: list.scrollHeight }),
    ),
  );
  return (
    <>
      <Show when={ids().length > 0} fallback={<p data-part="none">{t('conversation.noMessages')}</p>}>
        <ul
          ref={(made) => (list = made)}
          data-part="messages"
          aria-live="polite"
          tabindex="0"
          aria-label={t('conversation.title')}
        >
          <For each={ids()}>
            {(id) => (
              <Show when={messageAt(id)}>
                {(message) => (
                  <li>
                    <p data-part="by">
                      <strong>{message().posted.authorName}</strong> {time(message().posted.at)}
                    </p>
                    <Show
                      when={message().withdrawn === null}
                      fallback={<p data-part="about">{t('conversation.withdrawn')}</p>}
                    >
                      <p>{message().posted.text}</p>
                      <FormButton command="withdraw-message" given={{ messageId: id }}>
                        {t('conversation.hide')}
                      </FormButton>
                    </Show>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <Write />
    </>
  );
}

function Write(): JSX.Element {
  const t = useDeskWords();
  const reasonFor = useReason();
  const [text, setText] = createSignal('');
  const post = createDeed(
    'post-message',
    () => ({ text: text() }),
    () => setText(''),
  );
  const reason = () => {
    const refusal = post.refusal();
    return refusal ? reasonFor(refusal) : undefined;
  };
  const send = () => !reason() && void post.action.run();
  return (
    <div data-part="write">
      <TextArea
        label={t('conversation.write')}
        rows={2}
        value={text()}
        onValue={setText}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            send();
          }
        }}
      />
      <Button size="small" action={post.action} reason={reason()}>
        {t('conversation.post')}
      </Button>
    </div>
  );
}
