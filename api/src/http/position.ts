// Reading one's own writes, on whatever node: a request that brings the position which a command answered waits until
// this node has come as far in the record.

import * as z from 'zod';
import type { Deps } from '../deps.ts';
import type { AppContext } from './context.ts';
import { Problem } from './problem.ts';
import type { Parameter } from './route.ts';

/** Answered by what was recorded, and brought back by what should tell of it. */
export const POSITION_HEADER = 'rostrum-position';

/** How long a request waits for a position, in milliseconds. */
export const PATIENCE_MS = 5000;

/** Every request may bring it; a query also as its parameter `position`. */
export const positionParameter: Parameter = {
  name: 'Rostrum-Position',
  in: 'header',
  description:
    'The position that a command answered, here or on another node: the request waits until it can tell of it, and answers 503 `query.behind` where that takes too long.',
  schema: z.string(),
  example: '1042',
};

/**
 * The position that a request brings; undefined where it brings none.
 * @throws Problem 400 where it is no position
 */
export function positionOf(c: AppContext): bigint | undefined {
  const text = c.req.header(POSITION_HEADER) ?? (c.req.method === 'GET' ? c.req.query('position') : undefined);
  if (text === undefined) return undefined;
  if (/^\d{1,20}$/.test(text)) return BigInt(text);
  throw new Problem(400, 'request.malformed', 'position must be the number that a command answered.');
}

/**
 * Waits until this node has come as far as the request has seen.
 * @returns true where there was something to wait for
 * @throws Problem 400 where it brings no position but something else, 503 where it takes too long
 */
export async function reachPosition(c: AppContext, { feed }: Pick<Deps, 'feed'>): Promise<boolean> {
  const position = positionOf(c);
  if (position === undefined || feed.position >= position) return false;
  if (await feed.reach(position, PATIENCE_MS)) return true;
  throw behind();
}

export const behind = () =>
  new Problem(503, 'query.behind', 'What was recorded there has not arrived here yet. Ask again in a moment.', {
    headers: { 'retry-after': '1' },
  });
