// How the page calls one beside the title of its tab: a sound, a notice of the device.

import { createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/inputs.tsx';
import { chooseNotices, chooseSound, hear, notices, sound, soundFailed } from '../signals/calling.ts';
import { useReadyWords } from './words.tsx';

type Permission = NotificationPermission | 'unknown';

const permissionNow = (): Permission => globalThis.Notification?.permission ?? 'unknown';

export function CallingChoice(): JSX.Element {
  const w = useReadyWords();
  const [permission, setPermission] = createSignal(permissionNow());
  const choose = async (on: boolean) => {
    if (on && permission() === 'default') setPermission(await Notification.requestPermission());
    chooseNotices(on && permission() === 'granted');
  };
  const shown = () => notices() && permission() === 'granted';
  return (
    <>
      <p>{w('call.text')}</p>
      <div data-part="choice">
        <Checkbox label={w('call.sound')} checked={sound()} onChecked={chooseSound} />
        <Button size="small" onClick={() => void hear('floor')}>
          {w('call.sound.hear')}
        </Button>
      </div>
      <Show when={soundFailed()}>
        <p data-part="hint" role="status">
          {w('call.sound.failed')}
        </p>
      </Show>
      <Show when={permission() !== 'unknown'} fallback={<p data-part="hint">{w('call.notices.unknown')}</p>}>
        <div data-part="choice">
          <Checkbox
            label={w('call.notices')}
            checked={shown()}
            disabled={permission() === 'denied'}
            onChecked={(on) => void choose(on)}
          />
        </div>
        <Show when={permission() === 'denied'}>
          <p data-part="hint">{w('call.notices.denied')}</p>
        </Show>
      </Show>
    </>
  );
}
