// What a command that was accepted answers: the events it made and where they stand.

import type { Rejection } from '@rostrum/events';

export type ReceiptEvent = { readonly id: string; readonly type: string; readonly revision: number };

export type Receipt = {
  /** Of the stream after the command: that of its last event, or, where nothing had to be recorded, as it stands. */
  readonly revision: number;
  /** A query that carries it waits until the read models have reached it. */
  readonly position: bigint;
  /** Empty where what was asked was true already. */
  readonly events: readonly ReceiptEvent[];
};

export type Outcome = Receipt | Rejection;

/** True where the command was refused. */
export const isRefused = (outcome: Outcome): outcome is Rejection => 'rejected' in outcome;
