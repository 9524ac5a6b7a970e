// Puts a link to the moment shown on the clipboard: whoever opens it stands at the same instant.

import { useLocation } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useArchive } from './archive-context.tsx';
import { searchOf } from './moment/address.ts';
import { useArchiveWords } from './words.tsx';

export function CopyLink(): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const location = useLocation();
  // Also of the latest: whatever comes after it, the link goes on to show this.
  const address = () =>
    new URL(location.pathname + searchOf(archive.playback, archive.moment()), window.location.origin).href;
  const time = () => formats(archive.latest().meeting.lifecycle.timeZone).timeWithSeconds(archive.at());
  return (
    <CopyButton variant="quiet" text={address()} label={a('link.copy.of', { time: time() })}>
      {a('link.copy')}
    </CopyButton>
  );
}
