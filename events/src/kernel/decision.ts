// What deciding gives: events, or a refusal with a stable code, a sentence and the facts.

import type { DomainEvent } from './event.ts';

/** Why in principle: `forbidden` not yours to do, `missing` no such thing, `conflict` the state forbids it, `invalid` the values make no sense. */
export type RejectionKind = 'forbidden' | 'missing' | 'conflict' | 'invalid';

export type Rejection = {
  readonly rejected: RejectionKind;
  /** Stable, machine-readable: `<slice>.<reason>`, such as `floor.already-held`. */
  readonly code: string;
  /** A sentence that says what holds it and what to do. */
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

/** Events (none, where what was asked is true already), or the refusal. */
export type Decision<E extends DomainEvent = DomainEvent> = readonly E[] | Rejection;

/** True where the decision is a refusal. */
export const isRejection = (decision: Decision): decision is Rejection => !Array.isArray(decision);

const rejection =
  (rejected: RejectionKind) =>
  (code: string, message: string, facts: Readonly<Record<string, unknown>> = {}): Rejection => ({
    rejected,
    code,
    message,
    facts,
  });

/** Refusals by kind: `reject.conflict('floor.already-held', 'Liu Shiquan has the floor. Take it back first.', { holder })`. */
export const reject = {
  forbidden: rejection('forbidden'),
  missing: rejection('missing'),
  conflict: rejection('conflict'),
  invalid: rejection('invalid'),
};

/** What is asked is already so: nothing to record. */
export const nothing: readonly never[] = [];
