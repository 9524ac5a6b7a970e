// What the sequencer needs to know of a kind of stream to decide commands on it: how its events are read and folded, how
// its commands are decided, and whether it keeps one order.

import type { Codec, Command, CommandDefinitions, Decision, DomainEvent } from '@rostrum/events';

/** The states a decision looks at beside its own, by family. */
export type Neighbours = Readonly<Record<string, unknown>>;

export type Family = {
  /** Also the first part of the stream's name: `meeting` of `meeting-<id>`. */
  readonly name: string;
  readonly codec: Pick<Codec, 'decode' | 'stamp'>;
  readonly commands: CommandDefinitions;
  readonly initial: unknown;
  readonly evolve: (state: never, event: DomainEvent) => unknown;
  readonly decide: (command: Command<never, never>, state: never, neighbours: never) => Decision;
  /** Families whose states a decision needs, of the same meeting. */
  readonly looksAt: readonly string[];
  /** True where each append names the revision it was decided on; false where the order of arrival means nothing. */
  readonly ordered: boolean;
};

/** The command on its way to one stream. */
export type Order = {
  readonly family: Family;
  /** The meeting (or account) whose commands are decided one after another. */
  readonly subject: string;
  readonly stream: string;
  readonly command: Omit<Command, 'at'>;
  readonly fingerprint: string;
  /** Refused unless the stream stands at this revision; undefined where it does not matter. */
  readonly ifRevision?: number;
  /** What this belongs to, for tracing: the number of the request, or the event that a process follows. */
  readonly correlationId: string;
};
