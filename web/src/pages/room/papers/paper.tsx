// A paper: to download, and to confirm having read where that is asked. What is confirmed is the version that is shown.

import { currentVersion, hasRead } from '@rostrum/events';
import { Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { createGiving } from '../giving.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { sizeInWords } from './size.ts';
import './paper.css';

export function Paper(props: { readonly documentId: string }): JSX.Element {
  const { r, language } = useRoomWords();
  const { live, meeting, mine } = useRoom();
  const document = () => meeting().documents.all.get(props.documentId)!;
  const version = () => currentVersion(document());
  const me = () => mine().attendee?.attendeeId;
  const read = () => me() !== undefined && hasRead(document(), me()!);
  const readBefore = () => me() !== undefined && document().readings.has(me()!);
  const status = () => meeting().lifecycle.status;
  const asked = () =>
    me() !== undefined && document().confirmReading && status() !== 'sealed' && status() !== 'cancelled';
  const confirm = createGiving('confirm-reading', () => ({
    documentId: props.documentId,
    sha256: version().sha256,
  }));
  const href = () =>
    `/api/meetings/${encodeURIComponent(live.meetingId)}/documents/${encodeURIComponent(props.documentId)}/file?sha256=${version().sha256}`;
  const about = () =>
    [
      version().fileName,
      sizeInWords(language(), version().sizeBytes),
      ...(document().versions.length > 1 ? [r('papers.version', { number: document().versions.length })] : []),
      ...(document().announced ? [r('papers.announced')] : []),
    ].join(' · ');
  return (
    <li data-component="paper">
      <span data-part="what">
        <span data-part="title">{document().title}</span>
        <span data-part="about">{about()}</span>
        <Switch>
          <Match when={read()}>
            <Badge tone="done">{r('papers.read')}</Badge>
          </Match>
          <Match when={asked()}>
            <Badge tone="waiting">{r(readBefore() ? 'papers.replaced' : 'papers.toRead')}</Badge>
          </Match>
        </Switch>
      </span>
      <span data-part="do">
        <a
          href={href()}
          download={version().fileName}
          data-component="button"
          data-variant="plain"
          data-size="medium"
          aria-label={r('papers.download.of', { title: document().title })}
        >
          {r('papers.download')}
        </a>
        <Show when={asked() && !read()}>
          <Button action={confirm} aria-label={r('papers.confirm.of', { title: document().title })}>
            {r('papers.confirm')}
          </Button>
        </Show>
      </span>
    </li>
  );
}
