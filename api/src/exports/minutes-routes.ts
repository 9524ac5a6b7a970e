// The minutes over HTTP: `minutes.md`, `minutes.html`, `minutes.json` for pages that set them themselves, and what there is
// to sign.

import { createHash } from 'node:crypto';
import { MINUTES_STYLE, renderHtml, renderMarkdown } from '@rostrum/projections';
import type { MinutesDocument } from '@rostrum/projections';
import * as z from 'zod';
import { meetingId } from '../commands/operation.ts';
import type { Deps } from '../deps.ts';
import { answerJson, answerText } from '../http/answer.ts';
import type { AppContext } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { Parameter, Part, Route } from '../http/route.ts';
import { momentOf } from '../queries/moment.ts';
import { at, position } from '../queries/parameters.ts';
import { visibleMeeting } from '../queries/visible.ts';
import { readMinutes, textsToSign } from './minutes.ts';

const language: Parameter = {
  name: 'language',
  in: 'query',
  description: 'One of the meeting’s languages; without it the first of them.',
  schema: z.string(),
  example: 'zh-CN',
};

/** The page of the minutes may use its own style and nothing else (CSP level 3, section 8.2). */
const HTML_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(MINUTES_STYLE).digest('base64')}'; frame-ancestors 'none'`;

type Form = {
  readonly file: string;
  readonly mediaType: string;
  readonly render: (document: MinutesDocument) => string;
  readonly headers: (c: AppContext) => Readonly<Record<string, string>>;
};

const forms: readonly Form[] = [
  {
    file: 'minutes.md',
    mediaType: 'text/markdown; charset=utf-8',
    render: renderMarkdown,
    headers: (c) => ({ 'content-disposition': `attachment; filename="${c.req.param('id') ?? 'meeting'}-minutes.md"` }),
  },
  {
    file: 'minutes.html',
    mediaType: 'text/html; charset=utf-8',
    render: renderHtml,
    headers: () => ({ 'content-security-policy': HTML_POLICY }),
  },
  {
    file: 'minutes.json',
    mediaType: 'application/json',
    render: (document) => JSON.stringify(document),
    headers: () => ({}),
  },
];

const get = { method: 'GET', access: 'session', pace: 'queries' } as const satisfies Partial<Route>;

export const minutesRoutes: Part = (deps) => [
  ...forms.map((form) => formRoute(form, deps)),
  {
    ...get,
    path: '/api/meetings/:id/minutes-to-sign',
    operation: {
      group: 'Exports',
      id: 'read-minutes-to-sign',
      summary: 'What there is to sign',
      description:
        'The SHA-256 of the minutes as they stand, in each of the meeting’s languages: what `sign-minutes` takes. It is that of `minutes.md` without its signatures. For officers.',
      parameters: [meetingId, position],
      answers: {
        200: {
          description: 'The digests.',
          content: { schema: z.object({ texts: z.array(z.object({ language: z.string(), sha256: z.string() })) }) },
        },
      },
      problems: [403, 404, 503],
    },
    handle: async (c) => {
      const { meetingId: id, audience } = await visibleMeeting(c, deps);
      if (audience !== 'officers') {
        throw new Problem(403, 'minutes.officers-only', 'The minutes are signed by the officers of the meeting.');
      }
      return answerJson({ texts: await textsToSign(deps, id) });
    },
  },
];

function formRoute({ file, mediaType, render, headers }: Form, deps: Deps): Route {
  return {
    ...get,
    path: `/api/meetings/:id/${file}`,
    operation: {
      group: 'Exports',
      id: `read-${file.replace('.', '-')}`,
      summary: `The minutes (${file})`,
      description:
        'Computed from the record: the same events give the same bytes. Until chair and secretary have signed they are a draft.',
      parameters: [meetingId, language, at, position],
      answers: { 200: { description: 'The minutes.', content: { mediaType: mediaType.split(';')[0]! } } },
      problems: [400, 404, 503],
    },
    handle: async (c) => {
      const moment = momentOf(c);
      const { meetingId: id, audience } = await visibleMeeting(c, deps);
      const { minutesIn } = await readMinutes(deps, id, audience, moment);
      return answerText(render(minutesIn(c.req.query('language'))), mediaType, headers(c));
    },
  };
}
