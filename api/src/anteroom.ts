// What is answered while the house is not open yet: that the process lives, that it is not ready and why, and to everyone
// else that they should come back in a moment; a page that opens by itself to people.

import type { Served } from './listen.ts';
import { answer, answerJson, answerProblem } from './http/answer.ts';
import { Problem } from './http/problem.ts';
import { requestIds } from './http/request-id.ts';
import { WAITING_HEADERS, waitingPage } from './waiting-page.ts';

/** Why the house is not open. */
export type NotOpen = { readonly code: 'server.starting' | 'store.unreachable'; readonly reason: string };

/** Seconds after which somebody may ask again. */
const RETRY_AFTER = { 'retry-after': '2' };

const sentences: Readonly<Record<NotOpen['code'], string>> = {
  'server.starting': 'The server is starting. Nothing was changed. Try again in a moment.',
  'store.unreachable': 'The record cannot be reached yet. Nothing was changed. Try again in a moment.',
};

export class Anteroom implements Served {
  readonly app = { fetch: (request: Request): Response => this.#answer(request) };
  readonly #nextRequestId = requestIds();
  #why: NotOpen = { code: 'server.starting', reason: 'The server is starting.' };

  /** From now on this is why. */
  tell(why: NotOpen): void {
    this.#why = why;
  }

  /** Nobody is in here. */
  withdraw(): void {}

  leave(): void {}

  idle(): Promise<void> {
    return Promise.resolve();
  }

  #answer(request: Request): Response {
    const { code, reason } = this.#why;
    const { pathname } = new URL(request.url);
    if (pathname === '/healthz') return answerJson({ alive: true });
    if (pathname === '/readyz')
      return answerJson({ ready: false, checks: [{ name: 'record', ready: false, reason }] }, 503, RETRY_AFTER);
    if (wantsPage(request, pathname)) return answer(waitingPage(code), 503, { ...WAITING_HEADERS, ...RETRY_AFTER });
    return answerProblem(
      new Problem(503, code, sentences[code], { headers: RETRY_AFTER }),
      this.#nextRequestId(undefined),
    );
  }
}

const wantsPage = ({ method, headers }: Request, pathname: string): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !pathname.startsWith('/api/') &&
  (headers.get('accept') ?? '').includes('text/html');
