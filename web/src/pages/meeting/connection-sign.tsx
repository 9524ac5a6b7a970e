// Whether the page is live. A short break says nothing; a longer one says since when, and that it goes on by itself.

import { createEffect, createSignal, onCleanup, Show, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import type { LiveMeeting } from '../../live/live-meeting.ts';
import { Badge } from '../../ui/badge.tsx';

/** Milliseconds of a break that nobody needs to know of. */
const UNNOTICED = 1500;

export function ConnectionSign(props: { readonly live: LiveMeeting }): JSX.Element {
  const { t, formats } = useWords();
  const [brokenSince, setBrokenSince] = createSignal<string | null>(null);

  createEffect(() => {
    const connection = props.live.connection();
    if (connection.state !== 'reconnecting') {
      setBrokenSince(null);
      return;
    }
    const since = new Date(connection.since).toISOString();
    const passed = untrack(props.live.serverNow) - connection.since;
    const timer = setTimeout(() => setBrokenSince(since), Math.max(0, UNNOTICED - passed));
    onCleanup(() => clearTimeout(timer));
  });

  const ended = () => props.live.connection().state === 'ended';
  return (
    <span data-component="connection" role="status">
      <Show
        when={brokenSince()}
        fallback={
          <Badge tone={ended() ? 'off' : 'steady'}>{ended() ? t('connection.ended') : t('connection.live')}</Badge>
        }
      >
        {(since) => (
          <span title={t('connection.reconnecting.since', { time: formats().time(since()) })}>
            <Badge tone="waiting">{t('connection.reconnecting')}</Badge>
          </span>
        )}
      </Show>
    </span>
  );
}
