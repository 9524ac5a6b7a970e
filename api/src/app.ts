/** The HTTP application: commands in, queries out, the live stream. Each part gives a list of routes; here they are put together. */
import { Hono } from 'hono';
import { contactRoutes } from './commands/contacts.ts';
import { commandRoutes } from './commands/routes.ts';
import type { Deps } from './deps.ts';
import { doorRoutes } from './doors/doors.ts';
import type { AppEnv } from './http/context.ts';
import { otherwise } from './http/otherwise.ts';
import { RateLimit } from './http/rate-limit.ts';
import { receive } from './http/receive.ts';
import type { Reception } from './http/receive.ts';
import { requestIds } from './http/request-id.ts';
import type { Part, Route } from './http/route.ts';
import { minutesRoutes } from './exports/minutes-routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { documentationRoutes } from './openapi/routes.ts';
import { operationRoutes } from './operations/health.ts';
import { VERSION } from './operations/version.ts';
import { fileRoutes } from './queries/files.ts';
import { listRoutes } from './queries/lists.ts';
import { meetingRoutes } from './queries/meeting.ts';
import { recordRoutes } from './queries/record.ts';
import { Histogram, SECONDS } from './operations/metrics.ts';

/** The parts of the application; a new one is one line here. */
const parts: readonly Part[] = [
  doorRoutes,
  commandRoutes,
  contactRoutes,
  meetingRoutes,
  liveRoutes,
  recordRoutes,
  listRoutes,
  fileRoutes,
  exportRoutes,
  minutesRoutes,
  operationRoutes,
];

/** Every route with what is said of it. */
export function routesOf(deps: Deps): readonly Route[] {
  const routes = parts.flatMap((part) => part(deps));
  return [...routes, ...documentationRoutes(routes, deps.publicUrl, VERSION)];
}

/**
 * The whole application.
 *
 * @example
 * const app = createApp(deps);
 * const response = await app.request('/healthz');
 */
export function createApp(deps: Deps): Hono<AppEnv> {
  const requests = deps.metrics.add(
    new Histogram('rostrum_request_seconds', 'Time to answer a request, by route.', SECONDS),
  );
  const reception: Reception = {
    deps,
    rateLimit: new RateLimit(() => Date.parse(deps.clock.now())),
    nextRequestId: requestIds(),
    timing: (route) => requests.of({ route }),
  };
  const routes = routesOf(deps);
  const app = new Hono<AppEnv>();
  for (const route of routes) app.on(route.method, route.path, receive(route, reception));
  app.notFound(otherwise(routes, reception));
  return app;
}
