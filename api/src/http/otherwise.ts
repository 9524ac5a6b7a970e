// What is answered where no route matches: a page of the web application, or a problem: no such thing here (404), or not
// by this method (405).

import type { AppContext } from './context.ts';
import { paintedRoom } from './painted.ts';
import { Problem } from './problem.ts';
import { begin, finish, refuse } from './receive.ts';
import type { Reception } from './receive.ts';
import type { Route } from './route.ts';
import { webApplication } from './static.ts';

/** The handler of whatever no route took. */
export function otherwise(routes: readonly Route[], reception: Reception): (c: AppContext) => Promise<Response> {
  const methods = methodsByPath(routes);
  const web = webApplication(reception.deps.webRoot, paintedRoom(reception.deps));
  return async (c) => {
    const started = performance.now();
    const requestId = begin(c, reception);
    let response: Response;
    try {
      const { path } = c.req;
      const allowed = methods(path);
      if (allowed.length > 0) throw wrongMethod(c.req.method, allowed);
      if (path === '/api' || path.startsWith('/api/')) throw unknown();
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw wrongMethod(c.req.method, ['GET', 'HEAD']);
      response = await web(c, path);
    } catch (error) {
      response = refuse(c, error, reception);
    }
    return finish(c, response, reception, '*', requestId, performance.now() - started);
  };
}

const unknown = () =>
  new Problem(404, 'request.unknown', 'There is nothing at this address. The API is described at /api/docs.');

const wrongMethod = (method: string, allowed: readonly string[]) =>
  new Problem(
    405,
    'request.wrong-method',
    `This address does not take ${/^[A-Z]{1,10}$/.test(method) ? method : 'this method'}. It takes ${allowed.join(', ')}.`,
    {
      headers: { allow: allowed.join(', ') },
    },
  );

/** The methods that an address takes, from its segments; none where the address is unknown. */
function methodsByPath(routes: readonly Route[]): (path: string) => readonly string[] {
  const patterns = routes.map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return (path) => [...new Set(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
}

/** `/api/meetings/:id/live` or `…/:file{minutes\\.(md|html)}` as a regular expression over the whole path. */
function patternOf(path: string): RegExp {
  const segments = path.split('/').map((segment) => {
    const [, custom] = /^:[A-Za-z]+(?:\{(.+)\})?$/.exec(segment) ?? [];
    if (custom !== undefined) return `(?:${custom})`;
    return segment.startsWith(':') ? '[^/]+' : segment.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${segments.join('/')}$`);
}
