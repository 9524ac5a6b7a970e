// A refusal or a failure as the browser sees it: the server's problem details (RFC 9457), or that there was no answer.

/** What was wrong where in what was sent: `venues[2].name`, empty for the whole. */
export type InputError = { readonly path: string; readonly message: string };

/** Codes of problems that no server wrote. */
export type LocalCode = 'client.unreachable' | 'client.unreadable' | 'client.unexpected';

export class Problem extends Error {
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** Stable: `floor.already-held`, or a `LocalCode`. */
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly errors: readonly InputError[];
  /** Names the request in the server's log; null where there is none. */
  readonly instance: string | null;

  constructor(
    status: number,
    code: string,
    detail: string,
    extras: Partial<Pick<Problem, 'facts' | 'errors' | 'instance'>> = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.facts = extras.facts ?? {};
    this.errors = extras.errors ?? [];
    this.instance = extras.instance ?? null;
  }
}

/** There was no answer: what was asked may have been done or not. */
export const unreachable = (): Problem => new Problem(0, 'client.unreachable', 'The server did not answer.');

/** An answer of a form that this page does not know. */
export const unreadable = (status: number): Problem =>
  new Problem(status, 'client.unreadable', `The server answered ${status} without saying why.`);

/** The problem in an answer that is not a success. Never throws: an answer of another form is a problem of its own. */
export async function problemIn(response: Response): Promise<Problem> {
  if (!/^application\/problem\+json\b/.test(response.headers.get('content-type') ?? ''))
    return unreadable(response.status);
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null) return unreadable(response.status);
  const { code, detail, facts, errors, instance } = body as Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || typeof detail !== 'string') return unreadable(response.status);
  return new Problem(response.status, code, detail, {
    facts: typeof facts === 'object' && facts !== null ? (facts as Problem['facts']) : {},
    errors: Array.isArray(errors) ? errors.filter(isInputError) : [],
    instance: typeof instance === 'string' ? instance : null,
  });
}

const isInputError = (error: unknown): error is InputError =>
  typeof error === 'object' &&
  error !== null &&
  'path' in error &&
  typeof error.path === 'string' &&
  'message' in error &&
  typeof error.message === 'string';

/** Whatever was thrown, as a problem: a mistake of the page itself keeps its message. */
export const asProblem = (thrown: unknown): Problem =>
  thrown instanceof Problem
    ? thrown
    : new Problem(0, 'client.unexpected', thrown instanceof Error ? thrown.message : String(thrown));
