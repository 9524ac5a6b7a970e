// The checks of the meeting on screen. After it has opened there is nothing to check any more.

import { createMemo } from 'solid-js';
import type { Accessor } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { useLinks } from '../links/use-links.tsx';
import { stageOf } from '../sections.ts';
import { checksOf } from './checks.ts';
import type { Check } from './checks.ts';

const MINUTE = 60_000;

/** The checks as they stand; read again with the meeting, its links and each minute. */
export function useChecks(): Accessor<readonly Check[]> {
  const live = useLive();
  const { doors } = useLinks();
  const minute = createMemo(() => Math.floor(live.serverNow() / MINUTE) * MINUTE);
  return createMemo(() => {
    const { meeting } = live.view();
    if (stageOf(meeting) !== 'before') return [];
    const known = doors();
    const hasLink = known && ((attendeeId: string) => known.of(attendeeId).state === 'open');
    return checksOf(meeting, { now: minute(), hasLink });
  });
}
