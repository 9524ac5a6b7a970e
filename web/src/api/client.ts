// Every request of the application: same-origin credentials, problem details as `Problem`, and patience. What is sent is
// sent again with the same Idempotency-Key while there is no answer, so that it is recorded once or, after some ten
// seconds, said not to have gone through. What was recorded is read back from whatever node a proxy chooses.

import { prepareFacesFor } from '../styles/han.ts';
import { problemIn, unreachable, unreadable } from './problem.ts';
import type { Problem } from './problem.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type RequestOptions = {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Idempotency-Key: one for each thing a person does. Without it a POST is tried once. */
  readonly key?: string;
  /** If-Match: the revision that the sender has seen. Where the record has moved on, it is refused. */
  readonly revision?: number;
  readonly signal?: AbortSignal;
  /** A 401 is an answer here (a wrong password), not the end of the session. */
  readonly anonymous?: boolean;
  /** Milliseconds in place of the client's own. */
  readonly patience?: number;
};

export type ClientOptions = {
  /** Where the API is; empty for the page's own origin. */
  readonly origin?: string;
  /** Milliseconds after which a request without an answer is given up. */
  readonly patience?: number;
  /** Milliseconds before the second attempt; each further wait is twice as long, up to eight times the first. */
  readonly firstWait?: number;
  /** Told of each 401 that ends a session. */
  readonly onSessionEnded?: () => void;
};

export type Client = {
  /**
   * Sends a request and gives the answer's JSON (undefined for an empty one).
   * @throws Problem for a refusal, and with the code `client.unreachable` where no attempt was answered
   */
  readonly send: <Answer>(method: Method, path: string, options?: RequestOptions) => Promise<Answer>;
  readonly get: <Answer>(path: string, signal?: AbortSignal) => Promise<Answer>;
};

/** What came back: a success with its text, or the problem that it told of. */
type Outcome = { readonly text: string } | { readonly problem: Problem };

/** The server or a proxy says that it is away, not that it refuses. */
const AWAY: ReadonlySet<number> = new Set([0, 502, 503, 504]);

export function createClient({
  origin = '',
  patience = 10_000,
  firstWait = 250,
  onSessionEnded,
}: ClientOptions = {}): Client {
  /** Where the record stood after the last thing that was done; a node that is not as far waits before it answers. */
  let position: string | null = null;

  async function attempt(method: Method, path: string, options: RequestOptions, limit: number): Promise<Outcome> {
    const timeout = AbortSignal.timeout(limit);
    try {
      const response = await fetch(origin + path, {
        method,
        credentials: 'same-origin',
        headers: headersOf(options, position),
        body: options.body === undefined ? null : JSON.stringify(options.body),
        signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
      });
      position = later(position, response.headers.get('rostrum-position'));
      return response.ok ? { text: await response.text() } : { problem: await problemIn(response) };
    } catch {
      options.signal?.throwIfAborted();
      return { problem: unreachable() };
    }
  }

  async function send<Answer>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer> {
    const repeatable = method !== 'POST' || options.key !== undefined;
    const allowed = options.patience ?? patience;
    const deadline = performance.now() + allowed;
    // A connection that died unnoticed answers nothing: half of the time is left for a new one.
    const limit = () => Math.ceil(Math.max(firstWait, Math.min(allowed / 2, deadline - performance.now())));
    for (let wait = firstWait; ; wait = Math.min(wait * 2, firstWait * 8)) {
      const outcome = await attempt(method, path, options, limit());
      if ('text' in outcome) return read<Answer>(outcome.text);
      const { problem } = outcome;
      if (problem.status === 401 && !options.anonymous) onSessionEnded?.();
      if (!repeatable || !AWAY.has(problem.status) || performance.now() + wait > deadline) {
        // A record that was put back from an older copy never gets there.
        if (problem.code === 'query.behind') position = null;
        throw problem;
      }
      await pause(wait, options.signal);
    }
  }

  return { send, get: (path, signal) => send('GET', path, signal ? { signal } : {}) };
}

/** The later of two positions, which are whole numbers of up to twenty digits. */
const later = (known: string | null, told: string | null): string | null =>
  told !== null && /^\d{1,20}$/.test(told) && (known === null || BigInt(told) > BigInt(known)) ? told : known;

function headersOf({ body, key, revision }: RequestOptions, position: string | null): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    ...(position === null ? {} : { 'rostrum-position': position }),
  };
}

function read<Answer>(text: string): Answer {
  prepareFacesFor(text);
  try {
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  } catch {
    throw unreadable(200);
  }
}

/** Waits a fifth more or less, so that a hall full of browsers does not come back at once. Rejects where the signal aborts. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      },
      milliseconds * (0.8 + 0.4 * Math.random()),
    );
    signal?.addEventListener('abort', abort, { once: true });
  });
}
