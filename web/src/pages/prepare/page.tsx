// The preparation page of a meeting, for its organizer and its officers: one page with a way about it, the sections in the
// order of the work. Everything stands on the live view, so two who prepare the same meeting see each other's changes.

import { onMount } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../live/use-live.tsx';
import { createMarks, MarksProvider } from '../../meeting/marks.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { OfflineNotice } from '../meeting/offline-notice.tsx';
import { AgendaSection } from './agenda/agenda-section.tsx';
import { CommendationsSection } from './commendations/commendations-section.tsx';
import { ConveningSection } from './convening/convening-section.tsx';
import { DocumentsSection } from './documents/documents-section.tsx';
import { PrepareHead } from './head.tsx';
import { LinksSection } from './links/links-section.tsx';
import { LinkProvider } from './links/use-links.tsx';
import { DraftOffers } from '../../drafts/offer.tsx';
import { onGoingOn } from './form/going-on.ts';
import { placeIn } from './form/form.ts';
import { goTo } from './go-to.ts';
import { SectionNavigation } from './navigation.tsx';
import { OfficersSection } from './officers/officers-section.tsx';
import { OutlineSection } from './outline/outline-section.tsx';
import { RosterSection } from './roster/roster-section.tsx';
import { sectionIds } from './sections.ts';
import { StationsSection } from './stations/stations-section.tsx';
import { StatementsSection } from './statements/statements-section.tsx';
import { UnsavedGuard } from './unsaved.tsx';
import { VenuesSection } from './venues/venues-section.tsx';
import { PrepareWords } from './words.tsx';
import './page.css';

export default function PreparePage(): JSX.Element {
  return (
    <PrepareWords>
      <LinkProvider>
        <UnsavedGuard>
          <Sections />
        </UnsavedGuard>
      </LinkProvider>
    </PrepareWords>
  );
}

function Sections(): JSX.Element {
  const live = useLive();
  usePageTitle(() => live.view().meeting.lifecycle.title);
  // An address with a section in it leads there.
  onMount(() => {
    const wanted = sectionIds.find((id) => `#${id}` === window.location.hash);
    if (wanted) goTo(wanted);
  });
  onGoingOn((section) => goTo(sectionIds.find((id) => id === section) ?? 'outline'));
  return (
    <MarksProvider value={createMarks(live)}>
      <div data-page="prepare">
        <OfflineNotice />
        <PrepareHead />
        <DraftOffers below={placeIn(live.meetingId, '')} />
        <div data-part="columns">
          <SectionNavigation />
          <div data-part="sections">
            <OutlineSection />
            <VenuesSection />
            <AgendaSection />
            <RosterSection />
            <OfficersSection />
            <LinksSection />
            <StationsSection />
            <CommendationsSection />
            <StatementsSection />
            <DocumentsSection />
            <ConveningSection />
          </div>
        </div>
      </div>
    </MarksProvider>
  );
}
