// My hands that are up, each to be taken down, and the speeches I have given with what the record has of them.

import type { MeetingState } from '@rostrum/events';
import { spokenSecondsOf } from '@rostrum/events';
import { speechesOf } from '@rostrum/projections';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { clock } from '../../../i18n/format.ts';
import { createGiving } from '../giving.ts';
import type { Mine } from '../mine.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

const handsOf = ({ floor }: MeetingState, { ids }: Mine) =>
  floor.requests.filter(({ speakerId }) => ids.includes(speakerId));

const speechesBy = (meeting: MeetingState, { ids }: Mine) =>
  ids.length === 0 ? [] : speechesOf(meeting).filter(({ speakerId }) => ids.includes(speakerId));

/** True where one waits for the floor, has it or has had it. */
export const hasAppeared = (meeting: MeetingState, mine: Mine): boolean =>
  handsOf(meeting, mine).length > 0 || speechesBy(meeting, mine).length > 0;

export function Appearances(): JSX.Element {
  const { t, r, formats } = useRoomWords();
  const { meeting, mine } = useRoom();
  const time = (instant: string) => formats(meeting().lifecycle.timeZone).time(instant);
  const pointsOf = (speechId: string): readonly string[] => {
    const { speech, finished } = meeting().floor;
    return (finished.get(speechId) ?? (speech?.speechId === speechId ? speech : undefined))?.points ?? [];
  };
  const titleOf = (itemId: string) => meeting().agenda.items.get(itemId)?.title ?? '';
  return (
    <Show when={hasAppeared(meeting(), mine())}>
      <section aria-labelledby="part-floor">
        <h3 id="part-floor">{r('part.floor')}</h3>
        <ul data-part="plain">
          <For each={handsOf(meeting(), mine())}>
            {(request) => (
              <li>
                <span data-part="title">{t(`request.${request.kind}`)}</span>
                <span data-part="about">
                  {[r('part.waiting', { time: time(request.at) }), ...(request.note ? [request.note] : [])].join(' · ')}
                </span>
                <Withdraw requestId={request.requestId} />
              </li>
            )}
          </For>
          <For each={speechesBy(meeting(), mine())}>
            {(speech) => (
              <li>
                <span data-part="title">
                  {t(`request.${speech.kind}`)} · {titleOf(speech.itemId)}
                </span>
                <span data-part="about">
                  {speech.to === null
                    ? r('part.speaks', { time: time(speech.from) })
                    : `${r('part.spoke', { from: time(speech.from), to: time(speech.to) })} · ${clock(spokenSecondsOf(speech, speech.to))}`}
                </span>
                <Show when={pointsOf(speech.speechId).length > 0}>
                  <ol data-part="said">
                    <For each={pointsOf(speech.speechId)}>{(point) => <li dir="auto">{point}</li>}</For>
                  </ol>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function Withdraw(props: { readonly requestId: string }): JSX.Element {
  const { r } = useRoomWords();
  const withdraw = createGiving('withdraw-request', () => ({ requestId: props.requestId }));
  return <Button action={withdraw}>{r('bar.withdraw')}</Button>;
}
