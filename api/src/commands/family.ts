// What the sequencer needs to know of a kind of stream to decide commands on it. Every family of the catalogue is one.

import type { Codec, Command, Decision, DomainEvent } from '@rostrum/events';

/** The states a decision looks at beside its own, by family. */
export type Neighbours = Readonly<Record<string, unknown>>;

export type Family = {
  /** Also the first part of the stream's name: `meeting` of `meeting-<id>`. */
  readonly name: string;
  readonly codec: Pick<Codec, 'stamp'>;
  readonly initial: unknown;
  readonly evolve: (state: never, event: DomainEvent) => unknown;
  readonly decide: (command: Command<never, never>, state: never, neighbours: never) => Decision;
  /** Families whose states a decision needs, of the same meeting. */
  readonly looksAt: readonly string[];
  /** True where each append names the revision it was decided on; false where the order of arrival means nothing. */
  readonly ordered: boolean;
  /**
   * For families whose decisions look beyond one meeting: what they see, complete up to everything stored so far. Their
   * commands are decided and stored singly, so that each sees those before it.
   */
  readonly surroundings?: (order: Order) => Promise<Neighbours>;
};

/** The command on its way to one stream. */
export type Order = {
  readonly family: Family;
  /** The meeting whose commands are decided one after another; `accounts` for all accounts together. */
  readonly subject: string;
  readonly stream: string;
  readonly command: Omit<Command, 'at'>;
  readonly fingerprint: string;
  /** Refused unless the stream stands at this revision; undefined where it does not matter. */
  readonly ifRevision?: number;
  /** What this belongs to, for tracing: the number of the request, or the event that a process follows. */
  readonly correlationId: string;
};
