// The chair's desk: one page that follows the meeting, from which everything in it is done.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import { useLive } from '../../live/use-live.tsx';
import { KeysProvider } from '../../meeting/keys.tsx';
import { createMarks, MarksProvider } from '../../meeting/marks.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { OfflineNotice } from '../meeting/offline-notice.tsx';
import { Agenda } from './agenda/agenda.tsx';
import { DeskBar } from './bar/bar.tsx';
import { Foot } from './bar/foot.tsx';
import { News } from './bar/news.tsx';
import { createDesk, DeskProvider } from './desk-context.tsx';
import { readyForms } from './form/ready-forms.ts';
import { Now } from './now/now.tsx';
import { OverDesk } from './over.tsx';
import { createKeptDrafts, KeptDraftsProvider } from './papers/kept-drafts.tsx';
import { Papers } from './papers/papers.tsx';
import { Conversation } from './side/conversation.tsx';
import { Presence } from './side/presence.tsx';
import { Waiting } from './side/waiting.tsx';
import { DeskWords, useDeskWords } from './words.ts';
import './desk.css';

export default function DeskPage(): JSX.Element {
  const live = useLive();
  return (
    <DeskWords>
      <Show when={live.audience() === 'officers'} fallback={<NotAnOfficer />}>
        <KeysProvider>
          <Desk />
        </KeysProvider>
      </Show>
    </DeskWords>
  );
}

function Desk(): JSX.Element {
  const { t } = useWords();
  const own = useDeskWords();
  const live = useLive();
  readyForms();
  usePageTitle(() => `${t('meeting.desk')} · ${live.view().meeting.lifecycle.title}`);
  return (
    <MarksProvider value={createMarks(live)}>
      <DeskProvider value={createDesk(live)}>
        <KeptDraftsProvider value={createKeptDrafts()}>
          <div data-page="desk">
            <VisuallyHidden>
              <h1>{own('desk.heading', { title: live.view().meeting.lifecycle.title })}</h1>
            </VisuallyHidden>
            <OfflineNotice />
            <DeskBar />
            <div data-part="columns">
              <div data-part="column" data-holds="now">
                <Now />
                <Papers />
              </div>
              <div data-part="column" data-holds="agenda">
                <Agenda />
              </div>
              <div data-part="column" data-holds="side">
                <Waiting />
                <Presence />
                <Conversation />
              </div>
            </div>
            <Foot />
            <News />
          </div>
          <OverDesk />
        </KeptDraftsProvider>
      </DeskProvider>
    </MarksProvider>
  );
}

function NotAnOfficer(): JSX.Element {
  const { t } = useWords();
  const own = useDeskWords();
  const live = useLive();
  return (
    <EmptyState
      heading={1}
      title={own('desk.officersOnly')}
      actions={
        <ButtonLink variant="primary" href={`/meetings/${encodeURIComponent(live.meetingId)}/room`}>
          {t('meeting.room')}
        </ButtonLink>
      }
    >
      <p>{own('desk.officersOnly.text')}</p>
    </EmptyState>
  );
}
