// What every request carries on its way through the application: who asks, the request's own number and a log that
// knows it.

import type { HttpBindings } from '@hono/node-server';
import type { Actor, Instant } from '@rostrum/events';
import type { Context } from 'hono';
import type { Log } from '../operations/log.ts';

/** Somebody with a valid session. */
export type Caller = { readonly actor: Actor; readonly sessionId: string; readonly expiresAt: Instant };

export type AppEnv = {
  /** Node's own request and response; absent where a test calls `app.request`. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Null where nobody is signed in, which only public routes ever see. */
    caller: Caller | null;
    /** True where the request brought a session of ours that no longer holds. */
    sessionEnded?: boolean;
    /** The `Set-Cookie` that goes out with the answer. */
    setCookie?: string | undefined;
    /** Up to where the record tells of what this request did; for answers that do not say it themselves. */
    position?: bigint;
    requestId: string;
    log: Log;
  };
};

export type AppContext = Context<AppEnv>;

/** Finds who asks from what the request carries; null where there is no valid session. */
export type ResolveCaller = (c: AppContext) => Caller | null | Promise<Caller | null>;

/**
 * The caller on a route that is not public.
 * @throws Error on a public route without a session, which is a mistake of the route
 */
export function callerOf(c: AppContext): Caller {
  const caller = c.get('caller');
  if (caller === null) throw new Error('This route is public and has no caller.');
  return caller;
}
