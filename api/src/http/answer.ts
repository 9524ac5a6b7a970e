// Answers, already dressed with the security headers. A plain record of headers is what the server writes fastest.

import { API_HEADERS } from './headers.ts';
import type { HeaderRecord } from './headers.ts';
import { PROBLEM_JSON, problemBody } from './problem.ts';
import type { Problem } from './problem.ts';

const dressed = Symbol('dressed');
type Dressed = Response & { [dressed]?: true };

const JSON_HEADERS: HeaderRecord = { ...API_HEADERS, 'content-type': 'application/json' };
const PROBLEM_HEADERS: HeaderRecord = { ...API_HEADERS, 'content-type': PROBLEM_JSON };

/** An answer with exactly these headers, which include the security headers. */
export function answer(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream | null,
  status: number,
  headers: HeaderRecord,
): Response {
  const response: Dressed = new Response(body, { status, headers });
  response[dressed] = true;
  return response;
}

/** A value as JSON. `bigint` positions must be text already. */
export const answerJson = (value: unknown, status = 200, headers?: HeaderRecord): Response =>
  answer(JSON.stringify(value), status, headers === undefined ? JSON_HEADERS : { ...JSON_HEADERS, ...headers });

/** Text of another media type, such as `text/csv; charset=utf-8`. */
export const answerText = (text: string, mediaType: string, headers?: HeaderRecord): Response =>
  answer(text, 200, { ...API_HEADERS, 'content-type': mediaType, ...headers });

/** A problem document. */
export const answerProblem = (problem: Problem, requestId: string): Response =>
  answer(problemBody(problem, requestId), problem.status, { ...PROBLEM_HEADERS, ...problem.extras.headers });

/** The response with the security headers of the API where it does not carry its own. */
export function dress(response: Response): Response {
  if ((response as Dressed)[dressed]) return response;
  for (const [name, value] of Object.entries(API_HEADERS))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}
