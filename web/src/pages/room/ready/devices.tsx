// A look at oneself: the picture of the camera, how loud the microphone hears one, and which of them are used.

import { createEffect, createSignal, Match, onCleanup, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { levelOf, VOICE } from './level.ts';
import { createMediaTrial } from './media.ts';
import type { DeviceKind, Media, MediaTrial } from './media.ts';
import { useReadyWords } from './words.tsx';

export function Devices(): JSX.Element {
  const w = useReadyWords();
  const trial = createMediaTrial();
  const when = <Is extends Media['is']>(is: Is) => {
    const now = trial.media();
    return now.is === is ? (now as Extract<Media, { is: Is }>) : undefined;
  };
  return (
    <Switch>
      <Match when={when('off')}>
        <p>{w('devices.text')}</p>
        <Button onClick={() => void trial.open()}>{w('devices.try')}</Button>
      </Match>
      <Match when={when('asking')}>
        <p role="status">{w('devices.asking')}</p>
      </Match>
      <Match when={when('trouble')}>
        {(now) => (
          <Notice
            variant="warn"
            title={w(`trouble.${now().trouble}.title`)}
            action={<Button onClick={() => void trial.open()}>{w('devices.again')}</Button>}
          >
            {now().trouble === 'other'
              ? w('trouble.other', { message: now().message })
              : w(`trouble.${now().trouble as Exclude<ReturnType<typeof now>['trouble'], 'other'>}`)}
          </Notice>
        )}
      </Match>
      <Match when={when('on')}>
        {(now) => (
          <div data-component="mirror">
            <Picture stream={now().stream} />
            <div data-part="settings">
              <Meter stream={now().stream} />
              <Choice kind="microphone" trial={trial} />
              <Choice kind="camera" trial={trial} />
              <p data-part="hint">{w('devices.kept')}</p>
              <Button onClick={() => trial.close()}>{w('devices.stop')}</Button>
            </div>
          </div>
        )}
      </Match>
    </Switch>
  );
}

function Picture(props: { readonly stream: MediaStream }): JSX.Element {
  const w = useReadyWords();
  return (
    <Show
      when={props.stream.getVideoTracks().length > 0}
      fallback={<p data-part="no-picture">{w('devices.noPicture')}</p>}
    >
      <video
        data-part="picture"
        autoplay
        playsinline
        ref={(video) => {
          video.muted = true;
          createEffect(() => (video.srcObject = props.stream));
        }}
        aria-label={w('devices.picture')}
      />
    </Show>
  );
}

/** Milliseconds between two looks at the meter. */
const LOOK = 80;

function Meter(props: { readonly stream: MediaStream }): JSX.Element {
  const w = useReadyWords();
  const [level, setLevel] = createSignal(0);
  const [heard, setHeard] = createSignal(false);
  createEffect(() => {
    const audio = new AudioContext();
    const analyser = new AnalyserNode(audio, { fftSize: 1024 });
    audio.createMediaStreamSource(props.stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const now = levelOf(samples);
      setLevel(now);
      if (now > VOICE) setHeard(true);
    }, LOOK);
    onCleanup(() => {
      clearInterval(timer);
      void audio.close();
    });
  });
  return (
    <div data-part="loudness">
      <span id="loudness">{w('devices.level')}</span>
      <meter aria-labelledby="loudness" min={0} max={1} value={level()} />
      <span data-part="hint" role="status" data-heard={heard() ? '' : undefined}>
        {heard() ? w('devices.heard') : `${w('devices.silent')} ${w('devices.level.hint')}`}
      </span>
    </div>
  );
}

function Choice(props: { readonly kind: DeviceKind; readonly trial: MediaTrial }): JSX.Element {
  const w = useReadyWords();
  const name = () => w(`devices.${props.kind}`);
  const choices = () =>
    props.trial.devices()[props.kind].map(({ id, label }, place) => ({
      value: id,
      label: label || w('devices.number', { kind: name(), number: place + 1 }),
    }));
  return (
    <Show when={choices().length > 0}>
      <Select
        label={name()}
        value={props.trial.chosen(props.kind)}
        choices={choices()}
        onValue={(id) => void props.trial.choose(props.kind, id)}
      />
    </Show>
  );
}
