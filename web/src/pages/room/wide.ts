// Whether there is room for two columns beside each other, as a signal.

import { createSignal, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';

/** From here on the hall and one section stand beside each other; `room.css` says the same. */
const TWO_COLUMNS = '(width >= 60rem)';

/** True while the window is wide enough, until the owner of the scope goes. */
export function useWide(): Accessor<boolean> {
  const query = window.matchMedia(TWO_COLUMNS);
  const [wide, setWide] = createSignal(query.matches);
  const hear = () => setWide(query.matches);
  query.addEventListener('change', hear);
  onCleanup(() => query.removeEventListener('change', hear));
  return wide;
}
