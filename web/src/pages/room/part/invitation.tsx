// My answer to the invitation: that I come, that I cannot, or who comes in my place. The last answer counts, until the
// meeting closes.

import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, TextInput } from '../../../ui/inputs.tsx';
import { createGiving } from '../giving.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

type Answer = 'accepted' | 'declined' | 'substituted';
const choices = [
  ['accepted', 'answer.accept'],
  ['declined', 'answer.decline'],
  ['substituted', 'answer.substitute'],
] as const satisfies readonly (readonly [Answer, string])[];

export function Invitation(): JSX.Element {
  const { r } = useRoomWords();
  const { meeting, mine } = useRoom();
  const [changing, setChanging] = createSignal(false);
  const answer = () => mine().attendee?.answer ?? 'none';
  // Once the meeting is open, being there is the answer: the form waits until it is wanted.
  const open = () => changing() || (answer() === 'none' && meeting().lifecycle.status === 'convened');
  return (
    <section data-component="invitation" aria-labelledby="invitation-title">
      <h3 id="invitation-title">{r('answer.title')}</h3>
      <Show when={mine().attendee?.excused}>{(reason) => <p>{r('answer.excused', { reason: reason() })}</p>}</Show>
      <Show when={!open()} fallback={<AnswerForm onDone={() => setChanging(false)} cancel={answer() !== 'none'} />}>
        <p data-part="given">
          <span>{r(`answer.${answer()}`, { name: mine().attendee?.substitute?.name ?? '' })}</span>
          <Button onClick={() => setChanging(true)}>{r(answer() === 'none' ? 'answer.give' : 'answer.change')}</Button>
        </p>
      </Show>
    </section>
  );
}

function AnswerForm(props: { readonly onDone: () => void; readonly cancel: boolean }): JSX.Element {
  const { r } = useRoomWords();
  const { mine } = useRoom();
  const before = mine().attendee;
  const [answer, setAnswer] = createSignal<Answer>(before && before.answer !== 'none' ? before.answer : 'accepted');
  const [name, setName] = createSignal(before?.substitute?.name ?? '');
  const [title, setTitle] = createSignal(before?.substitute?.title ?? '');
  const [note, setNote] = createSignal(before?.note ?? '');
  const [pressed, setPressed] = createSignal(false);
  const missing = () => answer() === 'substituted' && name().trim() === '';
  const give = createGiving(
    'answer-invitation',
    () => ({
      attendeeId: mine().attendee?.attendeeId ?? '',
      answer: answer(),
      substitute: answer() === 'substituted' ? { name: name().trim(), title: title().trim() || null } : null,
      note: note().trim() || null,
    }),
    () => props.onDone(),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setPressed(true);
    if (!missing()) void give.run();
  };
  return (
    <form onSubmit={submit}>
      <fieldset data-part="answers">
        <legend>{r('answer.ask')}</legend>
        <For each={choices}>
          {([value, label]) => (
            <Checkbox
              type="radio"
              name="answer"
              label={r(label)}
              checked={answer() === value}
              onChecked={() => setAnswer(value)}
            />
          )}
        </For>
      </fieldset>
      <Show when={answer() === 'substituted'}>
        <TextInput
          label={r('answer.name')}
          value={name()}
          onValue={setName}
          maxLength={200}
          error={pressed() && missing() ? r('answer.name.missing') : undefined}
        />
        <TextInput label={r('answer.position')} optional value={title()} onValue={setTitle} maxLength={300} />
      </Show>
      <TextInput label={r('answer.note')} optional value={note()} onValue={setNote} maxLength={1000} />
      <div data-part="choices">
        <Button variant="primary" type="submit" action={give}>
          {r('answer.send')}
        </Button>
        <Show when={props.cancel}>
          <Button variant="quiet" onClick={() => props.onDone()}>
            {r('cancel')}
          </Button>
        </Show>
      </div>
    </form>
  );
}
