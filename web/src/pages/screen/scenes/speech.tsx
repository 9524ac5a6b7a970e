// Who speaks: the name as large as it can be, and the clock.

import type { Speech } from '@rostrum/events';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { useLive } from '../../../live/use-live.tsx';
import { personOf, unitName } from '../../../meeting/people.ts';
import type { Person } from '../../../meeting/people.ts';
import { speechClock } from '../../../meeting/speech-clock.ts';
import { sizeOf } from '../size.ts';
import { Said } from '../words.tsx';

export function SpeechScene(props: { readonly speech: Speech; readonly asking: Person | null }): JSX.Element {
  const live = useLive();
  const speaker = () => personOf(live.view().meeting, props.speech.speakerId);
  const shown = () => props.asking ?? speaker();
  const name = () => shown()?.name ?? props.speech.speakerId;
  const now = createMemo(() => speechClock(props.speech, live.serverNow()));
  const part = () => Math.min(1, now().spoken / (now().limit ?? Infinity));
  return (
    <div data-part="scene" data-scene="speech">
      <div data-part="holder" aria-live="polite">
        <p data-part="label" data-tone="live">
          <Said>{({ s }) => (props.asking ? s('asks') : s(`has.${props.speech.kind}`))}</Said>
        </p>
        <h2 data-part="name" data-size={sizeOf(name())} dir="auto">
          {name()}
        </h2>
        <Show when={shown()}>
          {(person) => (
            <p data-part="about" data-size={sizeOf(`${person().title ?? ''} ${unitName(person().unit)}`)} dir="auto">
              <Show when={person().title}>{(title) => <span>{title()}</span>}</Show>
              <span>{unitName(person().unit)}</span>
            </p>
          )}
        </Show>
        <Show when={props.asking}>
          <p data-part="aside">
            <Said>{({ s }) => s('interrupts', { name: speaker()?.name ?? props.speech.speakerId })}</Said>
          </p>
        </Show>
      </div>
      <div data-part="time" data-state={now().state}>
        <p data-part="clock" role="timer">
          <span data-component="visually-hidden">
            <Said>{({ s }) => s('spoken')}</Said>
          </span>
          {clock(now().spoken)}
        </p>
        <div data-part="limits">
          <Show when={now().limit}>
            {(limit) => (
              <p>
                <Said>{({ s }) => s('of', { time: clock(limit()) })}</Said>
              </p>
            )}
          </Show>
          <p data-part="left">
            <Show when={now().state !== 'paused'} fallback={<Said>{({ s }) => s('paused')}</Said>}>
              <Show when={now().left !== null}>
                <Said>
                  {({ s }) =>
                    (now().left ?? 0) >= 0
                      ? s('left', { time: clock(now().left ?? 0) })
                      : s('over', { time: clock(-(now().left ?? 0)) })
                  }
                </Said>
              </Show>
            </Show>
          </p>
        </div>
        <Show when={now().limit !== null}>
          <div data-part="bar" aria-hidden="true">
            <span style={{ width: `${part() * 100}%` }} />
          </div>
        </Show>
      </div>
    </div>
  );
}
