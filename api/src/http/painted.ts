// The room is painted before any script has run: what meeting this is and its agenda stand in the page itself, for whoever
// may see them, with the few styles that they need. Over a slow line that is seconds earlier than what the scripts can
// show; they take its place once they are there. The style sheet comes after it and holds nothing up.

import { createHash } from 'node:crypto';
import { UnreadableEvent } from '@rostrum/events';
import type { MeetingState } from '@rostrum/events';
import { StoreUnavailable } from '@rostrum/infra';
import type { Deps } from '../deps.ts';
import { audienceOf, mayBeFor } from '../live/audience.ts';
import { markup } from '../openapi/markup.ts';
import type { AppContext } from './context.ts';
import { Problem } from './problem.ts';

const ROOM = /^\/meetings\/([^/]+)\/room$/;

/** Ink on paper, as `tokens.css` has it; its own variables hold once they have come. */
const STYLE = [
  'html{background:var(--paper,#faf9f6);color-scheme:light dark}',
  'body{margin:0}',
  '#painted{max-width:46rem;margin:0 auto;padding:5.5rem 1rem 2rem;color:var(--ink,#1b1f29);font:1.0625rem/1.5 Georgia,"Songti SC",SimSun,serif;overflow-wrap:break-word}',
  '#painted h1{margin:0 0 1.5rem;font-size:1.75rem;line-height:1.2}',
  '#painted p{margin:0 0 .5rem;opacity:.75}',
  '#painted ol{margin:0;padding-inline-start:2rem}',
  '#painted li{padding:.4rem 0}',
  '#painted [aria-current]{font-weight:600}',
  '#painted~#root{display:none}',
  '@media(prefers-color-scheme:dark){html{background:var(--paper,#10141d)}#painted{color:var(--ink,#ecebe6)}}',
].join('');

/** For the head of the answer's policy: this one style may stand in the page. */
export const PAINTED_STYLE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** What is painted at an address; null where nothing is, or where nothing may be. */
export type Paint = (c: AppContext, path: string) => Promise<string | null>;

export function paintedRoom({ resolveCaller, gallery }: Pick<Deps, 'resolveCaller' | 'gallery'>): Paint {
  return async (c, path) => {
    const id = ROOM.exec(path)?.[1];
    if (id === undefined) return null;
    try {
      const meetingId = decodeURIComponent(id);
      const caller = await resolveCaller(c);
      if (caller === null || !mayBeFor(caller.actor, meetingId)) return null;
      const watch = await gallery.watch(meetingId);
      const audience = audienceOf(caller.actor, watch.view('officers').meeting);
      return audience === null ? null : sheetOf(watch.view(audience).meeting);
    } catch (error) {
      if (isToldLater(error)) return null;
      throw error;
    }
  };
}

/** The page's own requests meet the same, and say it in the reader's language. */
const isToldLater = (error: unknown): boolean =>
  error instanceof Problem ||
  error instanceof StoreUnavailable ||
  error instanceof UnreadableEvent ||
  error instanceof URIError;

function sheetOf({ lifecycle, agenda }: MeetingState): string {
  const items = agenda.order
    .flatMap((itemId) => agenda.items.get(itemId) ?? [])
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ title, status }) =>
      status === 'open'
        ? markup`<li dir="auto" aria-current="step">${title}</li>`
        : markup`<li dir="auto">${title}</li>`,
    );
  return markup`<main id="painted"><p dir="auto">${lifecycle.organisation}</p><h1 dir="auto">${lifecycle.title}</h1><ol>${items}</ol></main>`
    .text;
}

/** The page with what is painted in it. */
export function withPainted(page: string, painted: string): string {
  const sheet = /<link rel="stylesheet"[^>]*>/.exec(page)?.[0] ?? '';
  return page
    .replace(sheet, `<style>${STYLE}</style>`)
    .replace('<div id="root">', () => `${painted}${sheet}<div id="root">`);
}
