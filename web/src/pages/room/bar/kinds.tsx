// The four ways to ask for the floor, with a word on what about; whoever heads a delegation says in whose name.

import type { RequestKind } from '@rostrum/events';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Select, TextInput } from '../../../ui/inputs.tsx';
import { createGiving } from '../giving.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

const kinds = ['speech', 'question', 'reply', 'point-of-order'] as const satisfies readonly RequestKind[];

export type KindsProps = { readonly id: string; readonly onDone: () => void };

export function Kinds(props: KindsProps): JSX.Element {
  const { r } = useRoomWords();
  const { mine } = useRoom();
  const [note, setNote] = createSignal('');
  const [speakerId, setSpeakerId] = createSignal(mine().ids[0] ?? '');
  return (
    <div
      id={props.id}
      data-part="kinds"
      role="group"
      aria-label={r('ask.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onDone();
      }}
    >
      <Show when={mine().led.length > 0}>
        <Select
          label={r('ask.for')}
          value={speakerId()}
          onValue={setSpeakerId}
          choices={[
            { value: mine().ids[0] ?? '', label: r('ask.myself') },
            ...mine().led.map(({ delegationId, name }) => ({ value: delegationId, label: name })),
          ]}
        />
      </Show>
      <TextInput label={r('ask.note')} optional maxLength={300} value={note()} onValue={setNote} autocomplete="off" />
      <ul>
        <For each={kinds}>
          {(kind) => (
            <li>
              <Kind kind={kind} speakerId={speakerId()} note={note().trim()} onDone={() => props.onDone()} />
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

function Kind(props: {
  readonly kind: RequestKind;
  readonly speakerId: string;
  readonly note: string;
  readonly onDone: () => void;
}): JSX.Element {
  const { t, r } = useRoomWords();
  const { meeting } = useRoom();
  const ask = createGiving(
    'request-floor',
    () => ({ kind: props.kind, speakerId: props.speakerId, note: props.note || null }),
    () => props.onDone(),
  );
  const waits = () =>
    meeting().floor.requests.some(({ kind, speakerId }) => kind === props.kind && speakerId === props.speakerId);
  return (
    <Button action={ask} reason={waits() ? r('ask.waiting') : undefined}>
      <span data-part="kind">{t(`request.${props.kind}`)}</span>
      <span data-part="about">{r(`ask.kind.${props.kind}`)}</span>
    </Button>
  );
}
