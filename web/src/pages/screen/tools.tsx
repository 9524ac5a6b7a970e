// What whoever hangs the screen sets once: full screen, light or dark. Seen while somebody is there, with keys for both.

import { createSignal, onCleanup, onMount } from 'solid-js';
import type { Accessor, JSX } from 'solid-js';
import { remember, remembered } from '../../memory.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useVoices } from './words.tsx';

export type Shade = 'dark' | 'light';

/** Dark unless this device, or the address, says light. */
export function createShade(asked: string | undefined): readonly [Accessor<Shade>, () => void] {
  const [shade, setShade] = createSignal<Shade>((asked ?? remembered('screen')) === 'light' ? 'light' : 'dark');
  const turn = () => {
    setShade((now) => (now === 'dark' ? 'light' : 'dark'));
    remember('screen', shade());
  };
  return [shade, turn];
}

/** A browser may refuse, as where the page is not in front; then all stays as it is. */
function toggleFull(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}

export function ScreenTools(props: { readonly shade: Shade; readonly onTurn: () => void }): JSX.Element {
  const voices = useVoices();
  const [full, setFull] = createSignal(false);
  const s = () => voices()[0]!.s;
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === 'f') toggleFull();
    if (event.key.toLowerCase() === 'd') props.onTurn();
  };
  const onFull = () => setFull(document.fullscreenElement !== null);
  onMount(() => {
    window.addEventListener('keydown', onKey);
    document.addEventListener('fullscreenchange', onFull);
  });
  onCleanup(() => {
    window.removeEventListener('keydown', onKey);
    document.removeEventListener('fullscreenchange', onFull);
  });
  return (
    <div data-part="tools" role="group" aria-label={s()('tools.label')}>
      <Button onClick={() => props.onTurn()}>
        {props.shade === 'dark' ? s()('tools.light') : s()('tools.dark')} <Kbd>D</Kbd>
      </Button>
      <Button onClick={() => toggleFull()}>
        {full() ? s()('tools.window') : s()('tools.full')} <Kbd>F</Kbd>
      </Button>
    </div>
  );
}
