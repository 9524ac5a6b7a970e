// Who waited for the floor, in the order in which the queue was worked.

import { waiting } from '@rostrum/events';
import { createMemo } from 'solid-js';
import type { JSX } from 'solid-js';
import { personOf, unitName } from '../../../meeting/people.ts';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Few } from './few.tsx';
import { ThenSection } from './section.tsx';

export function ThenQueue(): JSX.Element {
  const { a, t } = useArchiveWords();
  const archive = useArchive();
  const requests = createMemo(() => waiting(archive.view().meeting));
  return (
    <ThenSection
      title={a('queue.title')}
      count={requests().length}
      aside={t(`discipline.${archive.parts.floor().discipline}`)}
    >
      <Few ordered count={requests().length} at={(place) => requests()[place]!}>
        {(request) => {
          const person = () => personOf({ roster: archive.parts.roster() }, request().speakerId);
          return (
            <div data-component="then-line">
              <span data-part="name">{person()?.name ?? request().speakerId}</span>
              <span data-part="aside">
                <InstantLink at={request().at} />
              </span>
              <span data-part="about">
                {[t(`request.${request().kind}`), unitName(person()?.unit ?? ''), request().note]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          );
        }}
      </Few>
    </ThenSection>
  );
}
