// How a vote is cast, by its method. A vote by name can be changed until it is closed; an objection cannot be taken back, so
// it is asked for twice.

import type { Choice } from '@rostrum/events';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/inputs.tsx';
import type { Ballot } from '../ballots.ts';
import { createGiving } from '../giving.ts';
import { useRoomWords } from '../words.tsx';

type VoteProps = { readonly of: Ballot };

const choices = ['for', 'against', 'abstain'] as const satisfies readonly Choice[];

export function Recorded(props: VoteProps): JSX.Element {
  const { r } = useRoomWords();
  const [changing, setChanging] = createSignal(false);
  const cast = (): Choice | null => choices.find((choice) => choice === props.of.cast) ?? null;
  return (
    <Show
      when={cast() === null || changing()}
      fallback={
        <div data-part="row">
          <p data-part="state" data-done>
            <strong>{r(`vote.cast.${cast()!}`)}</strong>
          </p>
          <Button size="large" onClick={() => setChanging(true)}>
            {r('vote.change')}
          </Button>
        </div>
      }
    >
      <div data-part="row" data-even>
        <For each={choices}>{(choice) => <Cast of={props.of} choice={choice} onDone={() => setChanging(false)} />}</For>
      </div>
    </Show>
  );
}

function Cast(props: VoteProps & { readonly choice: Choice; readonly onDone: () => void }): JSX.Element {
  const { r } = useRoomWords();
  const cast = createGiving(
    'cast-vote',
    () => ({ motionId: props.of.motionId, voterId: props.of.voterId, choice: props.choice }),
    () => props.onDone(),
  );
  return (
    <Button
      size="large"
      variant={props.of.cast === props.choice ? 'primary' : 'plain'}
      aria-pressed={props.of.cast === props.choice}
      action={cast}
      refusal="over"
    >
      {r(`vote.${props.choice}`)}
    </Button>
  );
}

export function Secret(props: VoteProps): JSX.Element {
  const { r } = useRoomWords();
  const handIn = createGiving('cast-secret-ballot', () => ({
    motionId: props.of.motionId,
    voterId: props.of.voterId,
  }));
  const words = () => {
    if (props.of.cast !== null) return r('vote.handedIn');
    return props.of.counted ? r('vote.counted') : null;
  };
  return (
    <Show
      when={words()}
      fallback={
        <div data-part="row">
          <Button variant="primary" size="large" action={handIn}>
            {r('vote.handIn')}
          </Button>
        </div>
      }
    >
      <p data-part="state" data-done>
        <strong>{words()}</strong>
      </p>
    </Show>
  );
}

export function Consent(props: VoteProps): JSX.Element {
  const { r } = useRoomWords();
  const [open, setOpen] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const object = createGiving(
    'object',
    () => ({ motionId: props.of.motionId, voterId: props.of.voterId, reason: reason().trim() || null }),
    () => setOpen(false),
  );
  return (
    <Show
      when={props.of.cast === null}
      fallback={
        <p data-part="state" data-done>
          <strong>{r('vote.objected')}</strong>
        </p>
      }
    >
      <Show
        when={open()}
        fallback={
          <div data-part="row">
            <p data-part="state">
              <span>{r('vote.consent')}</span>
            </p>
            <Button size="large" onClick={() => setOpen(true)}>
              {r('vote.object')}
            </Button>
          </div>
        }
      >
        <TextInput
          label={r('vote.object.reason')}
          optional
          maxLength={1000}
          value={reason()}
          onValue={setReason}
          autocomplete="off"
        />
        <div data-part="row">
          <Button variant="danger" size="large" action={object}>
            {r('vote.object.confirm')}
          </Button>
          <Button size="large" onClick={() => setOpen(false)}>
            {r('cancel')}
          </Button>
        </div>
      </Show>
    </Show>
  );
}
