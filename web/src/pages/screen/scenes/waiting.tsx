// Nothing to follow yet, or no more: before the opening, in recess, after the closing, and where the meeting is cancelled.

import { Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { useLive } from '../../../live/use-live.tsx';
import { sizeOf } from '../size.ts';
import { Said } from '../words.tsx';
import type { Voice } from '../words.tsx';

/** Milliseconds before an instant from which on it is counted down. */
const DAY_MS = 86_400_000;

/** Before an instant: a clock that runs down to it; from it on, that it is about to come. */
function Countdown(props: {
  readonly to: string;
  readonly label: (voice: Voice) => string;
  readonly due: (voice: Voice) => string;
}): JSX.Element {
  const live = useLive();
  const left = () => Date.parse(props.to) - live.serverNow();
  return (
    <Switch>
      <Match when={left() <= 0}>
        <p data-part="due">
          <Said>{props.due}</Said>
        </p>
      </Match>
      <Match when={left() < DAY_MS}>
        <div data-part="countdown">
          <p data-part="label">
            <Said>{props.label}</Said>
          </p>
          <p data-part="clock" role="timer">
            {clock(Math.ceil(left() / 1000))}
          </p>
        </div>
      </Match>
    </Switch>
  );
}

export function BeforeScene(): JSX.Element {
  const live = useLive();
  const lifecycle = () => live.view().meeting.lifecycle;
  return (
    <div data-part="scene" data-scene="before">
      <p data-part="label">
        <Said>{({ formats }) => formats.longDay(lifecycle().startsAt)}</Said>
      </p>
      <h2 data-part="title" data-size={sizeOf(lifecycle().title)} dir="auto">
        {lifecycle().title}
      </h2>
      <p data-part="about">
        <Said>{({ s, formats }) => s('before.starts', { time: formats.time(lifecycle().startsAt) })}</Said>
      </p>
      <Countdown to={lifecycle().startsAt} label={({ s }) => s('before.in')} due={({ s }) => s('before.due')} />
    </div>
  );
}

export function RecessScene(props: { readonly reason: string | null; readonly resumesAt: string | null }): JSX.Element {
  return (
    <div data-part="scene" data-scene="recess">
      <h2 data-part="title" data-size="large">
        <Said>{({ s }) => s('recess.label')}</Said>
      </h2>
      <Show when={props.reason}>
        {(reason) => (
          <p data-part="about" dir="auto">
            {reason()}
          </p>
        )}
      </Show>
      <Show
        when={props.resumesAt}
        fallback={
          <p data-part="aside">
            <Said>{({ s }) => s('recess.open')}</Said>
          </p>
        }
      >
        {(resumesAt) => (
          <>
            <p data-part="about">
              <Said>{({ s, formats }) => s('recess.until', { time: formats.time(resumesAt()) })}</Said>
            </p>
            <Countdown to={resumesAt()} label={({ s }) => s('recess.in')} due={({ s }) => s('recess.due')} />
          </>
        )}
      </Show>
    </div>
  );
}

export function ClosedScene(props: { readonly at: string | null }): JSX.Element {
  return (
    <div data-part="scene" data-scene="closed">
      <h2 data-part="title" data-size="large">
        <Said>{({ s }) => s('closed.label')}</Said>
      </h2>
      <Show when={props.at}>
        {(at) => (
          <p data-part="about">
            <Said>{({ s, formats }) => s('closed.at', { time: formats.time(at()) })}</Said>
          </p>
        )}
      </Show>
    </div>
  );
}

export function CancelledScene(props: { readonly because: string | null }): JSX.Element {
  return (
    <div data-part="scene" data-scene="cancelled">
      <h2 data-part="title" data-size="large">
        <Said>{({ s }) => s('cancelled.label')}</Said>
      </h2>
      <Show when={props.because}>
        {(because) => (
          <p data-part="about" dir="auto">
            {because()}
          </p>
        )}
      </Show>
    </div>
  );
}
