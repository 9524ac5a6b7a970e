// How long until a planned time, or how long it has passed: by the second within a day, in days beyond.

import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { useLive } from '../../../live/use-live.tsx';
import { useDeskWords } from '../words.ts';

const DAY = 86_400;

export function Countdown(props: { readonly to: string }): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const left = () => (Date.parse(props.to) - live.serverNow()) / 1000;
  const words = () => {
    const seconds = Math.abs(left());
    if (seconds >= DAY)
      return t(left() > 0 ? 'before.inDays' : 'before.daysLate', { count: Math.floor(seconds / DAY) });
    return t(left() > 0 ? 'before.in' : 'before.late', { time: clock(seconds) });
  };
  return <p data-part="countdown">{words()}</p>;
}
