// The documents before the meeting by then, each to be opened in the version that counted.

import { currentVersion, readersOf } from '@rostrum/events';
import type { Document } from '@rostrum/events';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Few } from './few.tsx';
import { ThenSection } from './section.tsx';

export function ThenDocuments(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const all = createMemo(() => archive.parts.documents().all.values());
  return (
    <ThenSection title={a('documents.title')} count={all().length}>
      <Few count={all().length} at={(place) => all()[place]!}>
        {(document) => <DocumentEntry document={document()} />}
      </Few>
    </ThenSection>
  );
}

function DocumentEntry(props: { readonly document: Document }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const version = createMemo(() => currentVersion(props.document));
  const href = () =>
    `/api/meetings/${encodeURIComponent(archive.meetingId)}/documents/${encodeURIComponent(props.document.documentId)}/file?sha256=${version().sha256}`;
  const stands = () => props.document.withdrawn === null;
  return (
    <article data-component="then-entry">
      <p data-part="text">
        <Show when={stands()} fallback={<s dir="auto">{props.document.title}</s>}>
          <a href={href()} download={version().fileName}>
            {props.document.title}
          </a>
        </Show>
      </p>
      <p data-part="about">
        <InstantLink at={props.document.announced?.at ?? version().at} />{' '}
        <Badge tone={stands() ? (props.document.announced ? 'done' : 'plain') : 'off'}>
          {a(stands() ? (props.document.announced ? 'document.announced' : 'document.tabled') : 'document.withdrawn')}
        </Badge>{' '}
        {[
          version().fileName,
          a('document.size', { size: formats().number(Math.max(1, Math.round(version().sizeBytes / 1024))) }),
          props.document.confirmReading ? a('document.read', { count: readersOf(props.document).length }) : undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </article>
  );
}
