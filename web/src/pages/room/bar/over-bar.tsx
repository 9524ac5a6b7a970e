// After the closing: the minutes, and the archive.

import type { JSX } from 'solid-js';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function OverBar(props: { readonly minutes: 'draft' | 'signed' }): JSX.Element {
  const { r, language } = useRoomWords();
  const { live, meeting } = useRoom();
  const id = () => encodeURIComponent(live.meetingId);
  /** In the reader's language where the meeting keeps its minutes in it. */
  const query = () => (meeting().lifecycle.languages.includes(language()) ? `?language=${language()}` : '');
  return (
    <div data-part="row">
      <a
        data-component="button"
        data-variant="primary"
        data-size="large"
        href={`/api/meetings/${id()}/minutes.html${query()}`}
        target="_blank"
        rel="noopener"
      >
        {r(props.minutes === 'draft' ? 'over.minutes.draft' : 'over.minutes')}
      </a>
      <ButtonLink size="large" href={`/meetings/${id()}/archive`}>
        {r('over.archive')}
      </ButtonLink>
    </div>
  );
}
