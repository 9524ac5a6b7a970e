// After the closing: the minutes, to be read in the page and then to be printed, and the archive.

import type { JSX } from 'solid-js';
import { Show } from 'solid-js';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { addressOf } from '../sections.ts';
import { useRoom } from '../use-room.tsx';
import { useShown } from '../use-shown.ts';
import { useRoomWords } from '../words.tsx';

export function OverBar(props: { readonly minutes: 'draft' | 'signed' }): JSX.Element {
  const { r, language } = useRoomWords();
  const { live, meeting } = useRoom();
  const shown = useShown();
  const id = () => encodeURIComponent(live.meetingId);
  /** In the reader's language where the meeting keeps its minutes in it. */
  const query = () => (meeting().lifecycle.languages.includes(language()) ? `?language=${language()}` : '');
  return (
    <div data-part="row">
      <Show
        when={shown.section() === 'minutes'}
        fallback={
          <a data-component="button" data-variant="primary" data-size="large" href={addressOf({ show: 'minutes' })}>
            {r(props.minutes === 'draft' ? 'over.minutes.draft' : 'over.minutes')}
          </a>
        }
      >
        <a
          data-component="button"
          data-variant="primary"
          data-size="large"
          href={`/api/meetings/${id()}/minutes.html${query()}`}
          target="_blank"
          rel="noopener"
        >
          {r('over.print')}
        </a>
      </Show>
      <ButtonLink size="large" href={`/meetings/${id()}/archive`}>
        {r('over.archive')}
      </ButtonLink>
    </div>
  );
}
