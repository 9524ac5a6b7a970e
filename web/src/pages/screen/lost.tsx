// That the connection is lost, said quietly in a corner: what is shown stays, the clocks go on, and it mends itself.

import { createEffect, createSignal, onCleanup, Show, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import type { LiveMeeting } from '../../live/live-meeting.ts';
import { Said } from './words.tsx';

/** Milliseconds of a break that nobody in a hall needs to know of. */
const UNNOTICED_MS = 5000;

export function Lost(props: { readonly live: LiveMeeting }): JSX.Element {
  const [since, setSince] = createSignal<string | null>(null);
  createEffect(() => {
    const connection = props.live.connection();
    if (connection.state !== 'reconnecting') {
      setSince(null);
      return;
    }
    const from = new Date(connection.since).toISOString();
    const wait = UNNOTICED_MS - (untrack(props.live.serverNow) - connection.since);
    const timer = setTimeout(() => setSince(from), Math.max(0, wait));
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <p data-part="lost" role="status">
      <Show when={since()}>
        {(from) => <Said>{({ s, formats }) => s('connection.lost', { time: formats.time(from()) })}</Said>}
      </Show>
    </p>
  );
}
