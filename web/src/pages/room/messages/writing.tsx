// Where one writes: a message to all, or a question in writing on an item or on the meeting as a whole. What was typed stays
// until it has gone through.

import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, Select, TextArea } from '../../../ui/inputs.tsx';
import { DraftOffer } from '../../../drafts/offer.tsx';
import { createGiving } from '../giving.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import type { Draft } from './draft.ts';
import { useKeptDraft } from './kept-draft.ts';

/** The most that one message or question may have. */
const MAX_LENGTH = 2000;

export function Writing(): JSX.Element {
  const { r } = useRoomWords();
  const {
    meeting,
    draft: [draft, setDraft],
  } = useRoom();
  const [pressed, setPressed] = createSignal(false);
  const done = () => {
    setDraft({ ...draft(), text: '' });
    setPressed(false);
  };
  // A question is as a rule about what is on.
  const choose = (kind: Draft['kind']) =>
    setDraft({ ...draft(), kind, itemId: draft().itemId ?? meeting().agenda.open ?? undefined });
  const text = () => draft().text.trim();
  const post = createGiving('post-message', () => ({ text: text() }), done);
  const ask = createGiving('ask-question', () => ({ text: text(), itemId: draft().itemId ?? null }), done);
  const action = () => (draft().kind === 'message' ? post : ask);
  const missing = () => pressed() && text() === '';
  const items = () =>
    meeting().agenda.order.map((itemId, place) => ({
      value: itemId,
      label: `${place + 1}. ${meeting().agenda.items.get(itemId)?.title ?? ''}`,
    }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setPressed(true);
    if (text() !== '') void action().run();
  };
  const kept = useKeptDraft();
  return (
    <form data-part="writing" onSubmit={submit}>
      <DraftOffer kept={kept} />
      <fieldset data-part="kinds">
        <legend>{r('messages.kind')}</legend>
        <For each={['message', 'question'] as const}>
          {(kind) => (
            <Checkbox
              type="radio"
              name="kind"
              label={r(`messages.kind.${kind}`)}
              checked={draft().kind === kind}
              onChecked={() => choose(kind)}
            />
          )}
        </For>
      </fieldset>
      <Show when={draft().kind === 'question'}>
        <Select
          label={r('messages.about')}
          value={draft().itemId ?? ''}
          empty={r('messages.about.meeting')}
          choices={items()}
          onValue={(itemId) => setDraft({ ...draft(), itemId: itemId === '' ? undefined : itemId })}
        />
      </Show>
      <TextArea
        label={r('messages.text')}
        labelHidden
        rows={2}
        maxLength={MAX_LENGTH}
        value={draft().text}
        onValue={(typed) => setDraft({ ...draft(), text: typed })}
        error={missing() ? r('messages.text.missing') : undefined}
      />
      <Button variant="primary" type="submit" action={action()}>
        {r(`messages.send.${draft().kind}`)}
      </Button>
    </form>
  );
}
