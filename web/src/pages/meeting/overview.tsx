// The meeting's own page: its preparation for whoever prepares it; its outline, with the way into the room, for everyone
// else.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { MeetingStatus } from '@rostrum/events';
import { useWords } from '../../i18n/language.tsx';
import { lazyPart } from '../../lazy-page.ts';
import { useLive } from '../../live/use-live.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { MeetingOutline } from './outline.tsx';

const PreparePage = lazyPart(() => import('../prepare/page.tsx'));

/** When there is somebody in the room, or will be. */
const ROOM_OPEN: ReadonlySet<MeetingStatus> = new Set(['convened', 'open', 'recess']);

export default function Overview(): JSX.Element {
  const live = useLive();
  return (
    <Show when={live.audience() === 'officers'} fallback={<MeetingOutline step={<EnterRoom />} />}>
      <PreparePage />
    </Show>
  );
}

function EnterRoom(): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const mayEnter = () => live.me()?.kind === 'attendee' && ROOM_OPEN.has(live.view().meeting.lifecycle.status);
  return (
    <Show when={mayEnter()}>
      <div data-part="step">
        <ButtonLink variant="primary" size="large" href={`/meetings/${encodeURIComponent(live.meetingId)}/room`}>
          {t('meeting.enterRoom')}
        </ButtonLink>
      </div>
    </Show>
  );
}
