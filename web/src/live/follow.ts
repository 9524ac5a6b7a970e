// Keeps one event stream open: comes back with `Last-Event-ID` after every break, waits longer each time, notices a
// connection that died silently, and stops for good where the server says that there is nothing to follow.

import { pause } from '../api/client.ts';
import { problemIn } from '../api/problem.ts';
import type { Problem } from '../api/problem.ts';
import { EventStreamParser } from './event-stream.ts';
import type { StreamEvent } from './event-stream.ts';

/** `ended` carries the refusal, or null where the server ended the stream itself; `since` is in milliseconds since 1970. */
export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'reconnecting'; readonly since: number }
  | { readonly state: 'ended'; readonly problem: Problem | null };

export type Following = {
  readonly url: string;
  readonly signal: AbortSignal;
  /** The events that one piece of the stream completed, in order; never empty. Giving `'end'` back closes the stream for good. */
  readonly onEvents: (events: readonly StreamEvent[]) => 'end' | void;
  readonly onConnection: (connection: Connection) => void;
  /** The server's clock as its answer states it, in whole seconds (RFC 9110, section 6.6.1). */
  readonly onDate?: (date: string) => void;
  /** Milliseconds since 1970, by the clock that breaks are told by; the device's own unless given. */
  readonly now?: () => number;
  /** Milliseconds before the first reconnection; doubled after each failure up to `longestWait`. */
  readonly firstWait?: number;
  readonly longestWait?: number;
  /** Milliseconds without a byte after which the connection is taken for dead. The server's heartbeat is well within. */
  readonly silence?: number;
  /** Calls back when waiting no longer makes sense (the network is back); gives what unsubscribes. */
  readonly onWake?: (wake: () => void) => () => void;
};

/** What a stream that was answered gave: whether anything arrived, and how long the server asks to wait. */
type Course = { readonly arrived: boolean; readonly retry: number | null };

class Ended extends Error {
  readonly problem: Problem | null;

  constructor(problem: Problem | null) {
    super('The stream has ended.');
    this.problem = problem;
  }
}

/** Resolves when the stream has ended for good or the signal aborts. Never rejects. */
export async function follow(following: Following): Promise<void> {
  const { signal, onConnection, now = Date.now, firstWait = 500, longestWait = 15_000 } = following;
  let lastEventId = '';
  let wait = firstWait;
  let since: number | null = null;

  onConnection({ state: 'connecting' });
  while (!signal.aborted) {
    try {
      const course = await attempt({ ...following, onEvents: remember }, lastEventId, () => {
        since = null;
        onConnection({ state: 'live' });
      });
      if (course.arrived) wait = course.retry ?? firstWait;
    } catch (thrown) {
      if (signal.aborted) return;
      if (thrown instanceof Ended) {
        onConnection({ state: 'ended', problem: thrown.problem });
        return;
      }
      if (thrown instanceof RetryAfter) wait = Math.max(wait, thrown.milliseconds);
    }
    if (signal.aborted) return;
    since ??= now();
    onConnection({ state: 'reconnecting', since });
    await pauseUnlessWoken(wait, following);
    wait = Math.min(wait * 2, longestWait);
  }

  function remember(events: readonly StreamEvent[]): 'end' | void {
    lastEventId = events.at(-1)!.lastEventId;
    return following.onEvents(events);
  }
}

/** The server is there and asks to be left alone for a while. */
class RetryAfter extends Error {
  readonly milliseconds: number;

  constructor(seconds: number) {
    super('The server asks to wait.');
    this.milliseconds = seconds * 1000;
  }
}

async function attempt(following: Following, lastEventId: string, onOpen: () => void): Promise<Course> {
  const { url, signal, onEvents, onDate, silence = 45_000 } = following;
  const lost = new AbortController();
  let alarm = setTimeout(() => lost.abort(), silence);
  try {
    const response = await fetch(url, {
      headers: { accept: 'text/event-stream', ...(lastEventId === '' ? {} : { 'last-event-id': lastEventId }) },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.any([signal, lost.signal]),
    });
    await admit(response);
    const date = response.headers.get('date');
    if (date !== null) onDate?.(date);
    onOpen();

    const parser = new EventStreamParser(lastEventId);
    const decoder = new TextDecoder();
    const reader = response.body!.getReader();
    let arrived = false;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { arrived, retry: parser.retry };
      clearTimeout(alarm);
      alarm = setTimeout(() => lost.abort(), silence);
      const events = parser.push(decoder.decode(value, { stream: true }));
      if (events.length === 0) continue;
      arrived = true;
      if (onEvents(events) === 'end') {
        lost.abort();
        throw new Ended(null);
      }
    }
  } finally {
    clearTimeout(alarm);
  }
}

/** Lets an event stream through. Throws Ended where asking again is in vain, and something else where it is not. */
async function admit(response: Response): Promise<void> {
  if (response.status === 204) throw new Ended(null);
  if (response.ok && response.headers.get('content-type')?.startsWith('text/event-stream')) return;
  const problem = await problemIn(response);
  const worthAnotherTry = response.status >= 500 || response.status === 429 || response.status === 408;
  if (!worthAnotherTry) throw new Ended(problem);
  const seconds = Number(response.headers.get('retry-after'));
  throw Number.isFinite(seconds) && seconds > 0 ? new RetryAfter(Math.min(seconds, 60)) : problem;
}

async function pauseUnlessWoken(wait: number, { signal, onWake }: Following): Promise<void> {
  const woken = new AbortController();
  const unsubscribe = onWake?.(() => woken.abort());
  await pause(wait, AbortSignal.any([signal, woken.signal])).catch(() => {});
  unsubscribe?.();
}
