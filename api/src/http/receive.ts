// How every request is received: it gets its number, must come from our own pages where it changes something, is held to
// its pace and must have a session where the route asks for one. Whatever fails answers a problem; each is logged in one line.

import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { isStation, UnreadableEvent } from '@rostrum/events';
import { StoreUnavailable } from '@rostrum/infra';
import { STRICT_TRANSPORT } from './headers.ts';
import type { Deps } from '../deps.ts';
import type { Distribution } from '../operations/metrics.ts';
import { addressOf } from './address.ts';
import { answerProblem, dress } from './answer.ts';
import type { AppContext, Caller } from './context.ts';
import { POSITION_HEADER, reachPosition } from './position.ts';
import { Problem, problemOf } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Route } from './route.ts';
import { requireSameOrigin } from './same-origin.ts';

export type Reception = {
  readonly deps: Deps;
  readonly rateLimit: RateLimit;
  readonly nextRequestId: (given: string | undefined) => string;
  /** Where the time of a route's requests is kept. */
  readonly timing: (route: string) => Distribution;
};

/** The route's handler with all of the above around it. */
export function receive(route: Route, reception: Reception): (c: AppContext) => Promise<Response> {
  const { timing } = reception;
  const durations = timing(`${route.method} ${route.path}`);
  return async (c) => {
    const started = performance.now();
    const requestId = begin(c, reception);
    let response: Response;
    try {
      await admit(c, route, reception);
      response = dress(await route.handle(c));
    } catch (error) {
      response = refuse(c, error, reception);
    }
    const milliseconds = performance.now() - started;
    durations.observe(milliseconds / 1000);
    return finish(c, response, reception, route.path, requestId, milliseconds);
  };
}

/** Numbers the request. */
export function begin(c: AppContext, { deps, nextRequestId }: Reception): string {
  const given = deps.settings.trustProxy > 0 ? c.req.header('x-request-id') : undefined;
  const requestId = nextRequestId(given);
  c.set('requestId', requestId);
  c.set('log', deps.log.with({ request: requestId }));
  c.set('caller', null);
  return requestId;
}

async function admit(c: AppContext, { access, pace, stations }: Route, { deps, rateLimit }: Reception): Promise<void> {
  const { settings } = deps;
  // Probes ask nobody who they are: they must answer whatever else fails.
  if (pace === null) return;
  requireSameOrigin(c, deps.publicUrl());
  const found = whoAsks(c, access, deps);
  let caller = found instanceof Promise ? await found : found;
  if (settings.rateLimits) {
    const knownAs = caller !== null && pace !== 'doors' ? caller.sessionId : addressOf(c, settings.trustProxy);
    rateLimit.take(pace, knownAs);
  }
  if (await reachPosition(c, deps)) {
    // What was waited for may concern the caller: a role, a link, the end of the session.
    c.set('sessionEnded', false);
    c.set('setCookie', undefined);
    caller = await whoAsks(c, access, deps);
  }
  c.set('caller', caller);
  if (access === 'session' && caller === null) {
    throw c.get('sessionEnded') === true ? sessionEnded() : noSession();
  }
  if (access === 'session' && stations !== true && caller !== null && isStation(caller.actor)) throw notForStations();
}

function whoAsks(
  c: AppContext,
  access: Route['access'],
  { resolveCaller }: Pick<Deps, 'resolveCaller'>,
): Caller | null | Promise<Caller | null> {
  const found = resolveCaller(c);
  return found instanceof Promise && access === 'public' ? found.catch(nobody) : found;
}

/** Who cannot be told because a meeting's door cannot be read may still go elsewhere, or out. */
function nobody(error: unknown): null {
  if (error instanceof UnreadableEvent) return null;
  throw error;
}

const noSession = () => new Problem(401, 'session.none', 'Nobody is signed in. Sign in, or open your personal link.');

const notForStations = () =>
  new Problem(
    403,
    'session.not-for-stations',
    'The link of a screen or a steward is for its own page alone. Sign in, or open a personal link.',
  );

const sessionEnded = () =>
  new Problem(401, 'session.ended', 'The session has ended. Sign in again, or open your personal link again.');

/**
 * What an error answers. What is our own fault goes to the log whole; what a route refuses on purpose does not, and
 * that the record is away is logged once, by `RecordWatch`, and not for each request.
 */
export function refuse(c: AppContext, error: unknown, { deps }: Reception): Response {
  const problem = problemOf(error);
  if (problem.status >= 500 && !(error instanceof Problem) && !isAway(error))
    deps.log.error('A request failed.', error, { request: c.get('requestId'), code: problem.code });
  return answerProblem(problem, c.get('requestId'));
}

const isAway = (error: unknown): boolean => error instanceof StoreUnavailable && error.code === 'store.unreachable';

/** The last touches on an answer, and its line in the log: debug where all went well, info where it was refused. */
export function finish(
  c: AppContext,
  response: Response,
  { deps }: Reception,
  path: string,
  requestId: string,
  milliseconds: number,
): Response {
  const { status } = response;
  // Whoever probes asks again and again: why it is not ready is logged elsewhere.
  const level = status >= 400 && path !== '/readyz' ? 'info' : 'debug';
  if (deps.log.writes(level)) {
    const caller = c.get('caller');
    const fields = {
      request: requestId,
      method: c.req.method,
      route: path,
      status,
      ms: Math.round(milliseconds * 10) / 10,
    };
    deps.log[level](
      'request',
      caller === null ? fields : { ...fields, actor: `${caller.actor.kind}:${caller.actor.id}` },
    );
  }
  if (response === RESPONSE_ALREADY_SENT) return response;
  // Browsers keep it for the whole host, so it is enough on what they load; commands stay quick.
  if (c.req.method === 'GET' && deps.publicUrl().startsWith('https:')) {
    for (const [name, value] of Object.entries(STRICT_TRANSPORT)) response.headers.set(name, value);
  }
  const setCookie = c.get('setCookie');
  if (setCookie !== undefined) response.headers.set('set-cookie', setCookie);
  const position = c.get('position');
  if (position !== undefined) response.headers.set(POSITION_HEADER, String(position));
  return response;
}
