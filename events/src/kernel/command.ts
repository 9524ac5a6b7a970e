// Commands and their catalogue entries. A route, a validation, an OpenAPI operation, a palette entry and a decision are
// all found from one `CommandDefinition`.

import type * as z from 'zod';
import type { Actor } from './actor.ts';
import type { Decision } from './decision.ts';
import type { DomainEvent } from './event.ts';
import type { Instant } from './text.ts';

/** A command on its way to `decide`: validated data, who asks, and the server's clock. */
export type Command<Name extends string = string, Data = unknown> = {
  /** UUID: the `Idempotency-Key`. What the command creates takes this id where the caller names none. */
  readonly id: string;
  readonly name: Name;
  readonly data: Data;
  readonly actor: Actor;
  /** Never earlier than the last event of the stream. */
  readonly at: Instant;
};

/**
 * Who may give a command. `roles.ts` says which of these an actor is in a given meeting. A `steward` is an attendee who
 * also sees to the door; a `doorkeeper` came by a steward's link and sees to nothing else; a `screen` gives no command.
 */
export type Role =
  | 'administrator'
  | 'organizer'
  | 'chair'
  | 'deputy'
  | 'secretary'
  | 'steward'
  | 'attendee'
  | 'archivist'
  | 'doorkeeper'
  | 'screen'
  | 'system';

/** Those who see what is under embargo and prepare the meeting. */
export const OFFICERS = ['organizer', 'chair', 'deputy', 'secretary'] as const satisfies readonly Role[];
/** Those who conduct the meeting: the chair, whoever may stand in, and the organizer beside them. */
export const PRESIDING = ['organizer', 'chair', 'deputy'] as const satisfies readonly Role[];
/** Everyone in the room. */
export const ANYONE_PRESENT = [...OFFICERS, 'steward', 'attendee'] as const satisfies readonly Role[];

export type CommandDefinition<Input extends z.ZodType = z.ZodType, Season extends string = string> = {
  /** The button's words and the OpenAPI summary, in English: `Give the floor`. */
  readonly summary: string;
  /** What it does, when it is refused and what follows, for the API's reader. */
  readonly description: string;
  readonly input: Input;
  readonly example: z.input<Input>;
  readonly by: readonly Role[];
  /** Statuses of the meeting in which it can succeed or is already true. */
  readonly during: readonly Season[];
};

export type CommandDefinitions = Readonly<Record<string, CommandDefinition>>;

/** The commands that a map of definitions describes. */
export type CommandOf<C extends CommandDefinitions, N extends keyof C & string = keyof C & string> = {
  [K in N]: Command<K, z.output<C[K]['input']>>;
}[N];

/** One pure deciding function for each command of a slice; the compiler finds the one that is missing. */
export type Deciders<C extends CommandDefinitions, State, Around, E extends DomainEvent> = {
  readonly [N in keyof C & string]: (command: CommandOf<C, N>, state: State, around: Around) => Decision<E>;
};

/** One pure function for each event of a slice; the compiler finds the one that is missing. */
export type Evolve<State, E extends DomainEvent> = {
  readonly [T in E['type']]: (state: State, data: Extract<E, { type: T }>['data']) => State;
};
