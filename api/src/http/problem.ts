// Problem details (RFC 9457): every error of the API, from a malformed body to a lost disk, answers in this one shape
// with a stable code, a sentence that says what to do, and the facts.

import { STATUS_CODES } from 'node:http';
import type { Rejection, RejectionKind } from '@rostrum/events';
import { UnreadableEvent } from '@rostrum/events';
import { Overloaded } from '../commands/overloaded.ts';
import { TooManyWaiting } from '../doors/turns.ts';
import {
  EventTooLarge,
  FilesUnavailable,
  OutcomeUnknown,
  StoreUnavailable,
  WrongExpectedRevision,
} from '@rostrum/infra';

/** One thing wrong with what was sent: where (`venues[2].name`, empty for the whole) and a sentence. Never the value itself. */
export type InputError = { readonly path: string; readonly message: string };

export type ProblemExtras = {
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly InputError[];
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown anywhere below a route; becomes the answer. `detail` is read by people: say what holds it and what to do. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly extras: ProblemExtras;

  constructor(status: number, code: string, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.extras = extras;
  }
}

/** The media type of RFC 9457, section 3. */
export const PROBLEM_JSON = 'application/problem+json';

const statusOfRejection: Readonly<Record<RejectionKind, number>> = {
  forbidden: 403,
  missing: 404,
  conflict: 409,
  invalid: 422,
};

/** A refusal of `decide` as the problem that tells of it. */
export const problemOfRejection = ({ rejected, code, message, facts }: Rejection): Problem =>
  new Problem(statusOfRejection[rejected], code, message, Object.keys(facts).length > 0 ? { facts } : {});

/** Seconds after which a client may try again when the store is away. */
const RETRY_AFTER = { 'retry-after': '2' };

type Translation = readonly [kind: abstract new (...args: never[]) => Error, problem: (error: Error) => Problem];

const translations: readonly Translation[] = [
  [Problem, (error) => error as Problem],
  [
    UnreadableEvent,
    (error) => {
      const { message, stream, revision, type, why } = error as UnreadableEvent;
      return new Problem(409, 'record.unreadable', message, { facts: { why, type, stream, revision } });
    },
  ],
  [
    StoreUnavailable,
    (error) =>
      (error as StoreUnavailable).code === 'store.damaged'
        ? new Problem(503, 'store.damaged', error.message)
        : new Problem(
            503,
            'store.unavailable',
            'The record cannot be reached now. Nothing was changed. Try again in a moment.',
            { headers: RETRY_AFTER },
          ),
  ],
  [
    OutcomeUnknown,
    () =>
      new Problem(
        503,
        'store.outcome-unknown',
        'It is not known whether this was recorded. Send it again with the same Idempotency-Key: it will be recorded once.',
        { headers: RETRY_AFTER },
      ),
  ],
  [
    WrongExpectedRevision,
    () =>
      new Problem(
        503,
        'store.contended',
        'Others kept changing the record at the same moment. Nothing was changed. Try again.',
        {
          headers: RETRY_AFTER,
        },
      ),
  ],
  [
    Overloaded,
    (error) =>
      new Problem(503, 'server.overloaded', `${error.message} Try again in a moment.`, { headers: RETRY_AFTER }),
  ],
  [
    TooManyWaiting,
    () =>
      new Problem(503, 'server.busy', 'Too many people are signing in at this moment. Try again in a few seconds.', {
        headers: RETRY_AFTER,
      }),
  ],
  [
    FilesUnavailable,
    // What the operator must do is in the log.
    (error) =>
      new Problem(
        503,
        (error as FilesUnavailable).code,
        'Documents cannot be stored or opened now. Nothing was changed. Try again in a moment, and tell the operator where it stays so.',
        { headers: RETRY_AFTER },
      ),
  ],
  [
    EventTooLarge,
    () => new Problem(413, 'request.too-large', 'This is too large for one entry of the record. Shorten it.'),
  ],
];

/** What an error answers: itself where it is a problem, the store's failures by kind, and for anything else a 500 that tells nothing of the inside. */
export function problemOf(error: unknown): Problem {
  for (const [kind, problem] of translations) if (error instanceof kind) return problem(error as Error);
  return new Problem(
    500,
    'server.failed',
    'Something went wrong in the server. Nothing is known to be wrong with the request; tell the operator the number of this request.',
  );
}

/** The body of a problem, RFC 9457 section 3.1. `instance` names the request, as the log does. */
export function problemBody({ status, code, message, extras }: Problem, requestId: string): string {
  return JSON.stringify({
    type: `urn:rostrum:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: message,
    facts: extras.facts,
    errors: extras.errors,
    instance: `urn:rostrum:request:${requestId}`,
  });
}
