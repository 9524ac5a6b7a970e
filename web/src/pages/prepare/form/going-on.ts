// The way back into a form in which somebody was writing.

import { createEffect } from 'solid-js';
import { wantedDraft } from '../../../drafts/kept.ts';
import { useLive } from '../../../live/use-live.tsx';
import { placeIn } from './form.ts';

/**
 * Calls back when the reader asks to go on with a form of this meeting.
 * @param open is given the form's place, `venues/branch`, as its segments
 */
export function onGoingOn(open: (section: string, id: string | undefined) => void): void {
  const live = useLive();
  const here = placeIn(live.meetingId, '');
  createEffect(() => {
    const place = wantedDraft();
    if (!place?.startsWith(here)) return;
    const [section, id] = place.slice(here.length).split('/');
    open(section!, id);
  });
}
