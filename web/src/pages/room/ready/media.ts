// Camera and microphone opened for a look at oneself, as signals. Nothing leaves the page; all of it is switched off when
// the owner of the scope goes.

import { createSignal, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';
import { remember, remembered } from '../../../memory.ts';
import { troubleOf } from './trouble.ts';
import type { Trouble } from './trouble.ts';

export type DeviceKind = 'camera' | 'microphone';

export type Media =
  | { readonly is: 'off' | 'asking' }
  | { readonly is: 'on'; readonly stream: MediaStream }
  | { readonly is: 'trouble'; readonly trouble: Trouble; readonly message: string };

export type Device = { readonly id: string; readonly label: string };

export type MediaTrial = {
  readonly media: Accessor<Media>;
  /** What there is to choose from, once the browser has said; empty before. */
  readonly devices: Accessor<Readonly<Record<DeviceKind, readonly Device[]>>>;
  /** The device that is open; empty where none is. */
  readonly chosen: (kind: DeviceKind) => string;
  readonly open: () => Promise<void>;
  readonly close: () => void;
  /** Remembers a device and opens it. */
  readonly choose: (kind: DeviceKind, id: string) => Promise<void>;
};

const kinds = { camera: 'videoinput', microphone: 'audioinput' } as const satisfies Record<DeviceKind, MediaDeviceKind>;

/** The remembered device where it is there; any other where it is not. */
const preferred = (kind: DeviceKind): MediaTrackConstraints | true => {
  const id = remembered(kind);
  return id === null ? true : { deviceId: { ideal: id } };
};

/** Whoever has a microphone and no camera can be heard all the same. */
async function openStream(): Promise<MediaStream> {
  const audio = preferred('microphone');
  try {
    return await navigator.mediaDevices.getUserMedia({ audio, video: preferred('camera') });
  } catch (thrown) {
    if (troubleOf(thrown) !== 'none') throw thrown;
    return navigator.mediaDevices.getUserMedia({ audio });
  }
}

export function createMediaTrial(): MediaTrial {
  const [media, setMedia] = createSignal<Media>({ is: 'off' });
  const [devices, setDevices] = createSignal<Readonly<Record<DeviceKind, readonly Device[]>>>({
    camera: [],
    microphone: [],
  });
  const gone = new AbortController();

  const close = () => {
    const now = media();
    if (now.is === 'on') now.stream.getTracks().forEach((track) => track.stop());
    setMedia({ is: 'off' });
  };

  const list = async () => {
    const all = await navigator.mediaDevices.enumerateDevices();
    const of = (kind: DeviceKind) =>
      all
        .filter(({ kind: is, deviceId }) => is === kinds[kind] && deviceId !== '')
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    setDevices({ camera: of('camera'), microphone: of('microphone') });
  };

  const open = async () => {
    close();
    if (!(navigator.mediaDevices as MediaDevices | undefined)) {
      setMedia({ is: 'trouble', trouble: 'insecure', message: '' });
      return;
    }
    setMedia({ is: 'asking' });
    try {
      const stream = await openStream();
      if (gone.signal.aborted) {
        stream.getTracks().forEach((track) => track.stop());
        return;
      }
      setMedia({ is: 'on', stream });
      navigator.mediaDevices.addEventListener('devicechange', () => void list(), { signal: gone.signal });
      await list();
    } catch (thrown) {
      setMedia({
        is: 'trouble',
        trouble: troubleOf(thrown),
        message: thrown instanceof Error ? thrown.message : String(thrown),
      });
    }
  };

  const chosen = (kind: DeviceKind) => {
    const now = media();
    if (now.is !== 'on') return '';
    const [track] = kind === 'camera' ? now.stream.getVideoTracks() : now.stream.getAudioTracks();
    return track?.getSettings().deviceId ?? '';
  };

  onCleanup(() => {
    gone.abort();
    close();
  });
  return {
    media,
    devices,
    chosen,
    open,
    close,
    choose: (kind, id) => {
      remember(kind, id);
      return open();
    },
  };
}
