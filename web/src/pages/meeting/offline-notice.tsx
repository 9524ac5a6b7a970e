// Above the page while the connection is away for longer: what is seen is from then.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import { useLive } from '../../live/use-live.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Milliseconds after which the sign in the header is not enough. */
const LONG = 5000;

export function OfflineNotice(): JSX.Element {
  const { t, formats } = useWords();
  const live = useLive();
  const since = () => {
    const connection = live.connection();
    return connection.state === 'reconnecting' && live.serverNow() - connection.since > LONG
      ? new Date(connection.since).toISOString()
      : null;
  };
  return (
    <Show when={since()}>
      {(from) => <Notice variant="warn">{t('connection.reconnecting.since', { time: formats().time(from()) })}</Notice>}
    </Show>
  );
}
