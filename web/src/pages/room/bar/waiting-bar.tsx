// In the queue: the place in words, who comes before, and taking the hand down.

import { nameInRecord } from '@rostrum/events';
import { createSignal, createUniqueId, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { createGiving } from '../giving.ts';
import type { Gesture } from '../gesture.ts';
import { placeInWords } from '../place-words.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { MoreKinds } from './ask.tsx';
import { Kinds } from './kinds.tsx';

export function WaitingBar(props: { readonly of: Extract<Gesture, { is: 'waiting' }> }): JSX.Element {
  const { t, r } = useRoomWords();
  const { meeting, mine } = useRoom();
  const [open, setOpen] = createSignal(false);
  const kinds = createUniqueId();
  const withdraw = createGiving('withdraw-request', () => ({ requestId: props.of.request.requestId }));
  const about = () => {
    const { request, before } = props.of;
    const { roster } = meeting();
    return [
      t(`request.${request.kind}`),
      ...(request.speakerId === mine().attendee?.attendeeId ? [] : [nameInRecord(roster, request.speakerId)]),
      ...(before === null ? [] : [r('bar.before', { name: nameInRecord(roster, before) })]),
    ].join(' · ');
  };
  return (
    <>
      <Show when={open()}>
        <Kinds id={kinds} onDone={() => setOpen(false)} />
      </Show>
      <div data-part="row">
        <Show when={!open()}>
          <p data-part="state" data-next={props.of.place === 1 ? '' : undefined}>
            <strong>{placeInWords(r, props.of.place)}</strong>
            <span>{about()}</span>
          </p>
          <Button size="large" action={withdraw} refusal="over">
            {r('bar.withdraw')}
          </Button>
        </Show>
        <MoreKinds open={open()} kinds={kinds} onToggle={() => setOpen(!open())} label={r('bar.more')} />
      </div>
    </>
  );
}
