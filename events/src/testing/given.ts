// Tests in the words of the domain: given what happened, when a command is given, then this happens or it is refused.
// Beside the expectation itself every case proves what holds for all commands: deciding changes nothing in the state,
// what is decided fits its schema and can be folded, and the same command decided again records nothing more.

// oxlint-disable vitest/no-standalone-expect -- the assertions of the cases stand here, in methods that the rule does not follow

import { expect } from 'vitest';
import type * as z from 'zod';
import { initialAttendance } from '../attendance/attendance.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Command, CommandDefinitions } from '../kernel/command.ts';
import { isRejection } from '../kernel/decision.ts';
import type { Decision, Rejection } from '../kernel/decision.ts';
import type { DomainEvent, EventSchemas } from '../kernel/event.ts';
import type { Instant } from '../kernel/text.ts';
import { decideMeeting, evolveMeeting, initialMeeting, meetingCommands, meetingEvents } from '../meeting/meeting.ts';
import type { MeetingEvent, MeetingState, Surroundings } from '../meeting/meeting.ts';

/** When given events happened, unless they say otherwise. */
export const EARLIER: Instant = '2021-05-26T01:00:00.000Z';
/** When the command is given, unless `at` says otherwise. */
export const NOW: Instant = '2021-05-26T02:00:00.000Z';

/** The meeting of all tests. */
export const MEETING = 'meeting-1';

export const organizer: Actor = { kind: 'account', id: 'account-1', name: 'Organizer', roles: ['organizer'] };
export const administrator: Actor = {
  kind: 'account',
  id: 'account-2',
  name: 'Administrator',
  roles: ['administrator'],
};
export const archivist: Actor = { kind: 'account', id: 'account-3', name: 'Archivist', roles: ['archivist'] };
/** Someone who came to the meeting by a personal link. */
export const attendee = (id: string, meetingId = MEETING): Actor => ({ kind: 'attendee', id, meetingId, name: id });
/** A screen in the hall, or a steward at the door; of the whole meeting, or of one venue. */
export const station = (kind: 'screen' | 'steward', venueId: string | null = null, meetingId = MEETING): Actor => ({
  kind,
  id: `${kind}-link`,
  meetingId,
  name: `The ${kind}`,
  venueId,
});
/** A process of the system itself. */
export const system = (id = 'usher'): Actor => ({ kind: 'system', id });

/** An event as a test writes it: without `at` it happened `EARLIER`, or, where it is expected, when the command was given. */
export type Happened<E extends DomainEvent> = E extends { readonly type: infer T; readonly data: infer D }
  ? { readonly type: T; readonly data: Omit<D, 'at'> & { readonly at?: Instant } }
  : never;

/** All that a case needs to know about a family of streams. */
export type Family<C extends CommandDefinitions, State, Around, E extends DomainEvent> = {
  readonly commands: C;
  readonly events: EventSchemas;
  readonly initial: State;
  readonly around: Around;
  readonly evolve: (state: State, event: E) => State;
  readonly decide: (command: Command<keyof C & string>, state: State, around: Around) => Decision<E>;
};

/**
 * A `given` for a family of streams, such as `const given = specification({ commands: contactCommands, … })`.
 * The meeting's own is `given`, below.
 */
export const specification =
  <C extends CommandDefinitions, State, Around, E extends DomainEvent>(family: Family<C, State, Around, E>) =>
  (...events: readonly Happened<E>[]): Given<C, State, Around, E> =>
    new Given(family, events);

/** What happened before: the past of one case. */
class Given<C extends CommandDefinitions, State, Around, E extends DomainEvent> {
  readonly #family: Family<C, State, Around, E>;
  readonly #past: readonly Happened<E>[];
  #actor: Actor = organizer;
  #at: Instant = NOW;

  constructor(family: Family<C, State, Around, E>, past: readonly Happened<E>[]) {
    this.#family = family;
    this.#past = past;
  }

  /** The same past, and the command given by this actor; without it, by the organizer. */
  by(actor: Actor): this {
    this.#actor = actor;
    return this;
  }

  /** The same past, and the command given at this instant; without it, `NOW`. */
  at(at: Instant): this {
    this.#at = at;
    return this;
  }

  /** The same past among other surroundings. */
  around(around: Around): Given<C, State, Around, E> {
    return new Given({ ...this.#family, around }, this.#past).by(this.#actor).at(this.#at);
  }

  /** The state that the past amounts to. */
  get state(): State {
    return this.#past.reduce((state, happened) => {
      const event = timed<E>(happened, EARLIER);
      expectToFit(this.#family.events, event);
      return this.#family.evolve(state, event);
    }, this.#family.initial);
  }

  /** The command as its sender writes it. Its id is `command-1` unless another is given. */
  when<N extends keyof C & string>(name: N, data: z.input<C[N]['input']>, id = 'command-1'): When<C, State, Around, E> {
    return new When(this.#family, this.state, { id, name, data, actor: this.#actor, at: this.#at });
  }
}

/** A command given in a state. Each case ends with one of the methods here. */
class When<C extends CommandDefinitions, State, Around, E extends DomainEvent> {
  readonly #family: Family<C, State, Around, E>;
  readonly #state: State;
  readonly #command: Command<keyof C & string>;

  constructor(family: Family<C, State, Around, E>, state: State, command: Command<keyof C & string>) {
    this.#family = family;
    this.#state = state;
    this.#command = command;
  }

  /** These events are recorded, and the same command given again records nothing more. Returns the state after them. */
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the domain; nobody awaits a case
  then(...expected: readonly Happened<E>[]): State {
    const after = this.thenOnce(...expected);
    expect(this.#decide(after), 'the same command decided again').toEqual([]);
    return after;
  }

  /** As `then`, for a command that takes away its actor's own right to give it: the second is refused as not permitted. */
  thenOnce(...expected: readonly Happened<E>[]): State {
    const events = this.#events();
    expect(events).toEqual(expected.map((event) => timed<E>(event, this.#command.at)));
    expect(events, 'an expectation of nothing is written `thenNothing`').not.toEqual([]);
    return this.#fold(events);
  }

  /** What was asked is true already. */
  thenNothing(): void {
    expect(this.#events()).toEqual([]);
  }

  /** It is refused with this code and, where given, with these facts among others; the sentence says what to do. */
  refused(code: string, facts: Readonly<Record<string, unknown>> = {}): Rejection {
    const decision = this.#decide(this.#state);
    if (!isRejection(decision)) throw new Error(`Expected ${code}, but it was decided: ${JSON.stringify(decision)}`);
    expect(decision).toMatchObject({ code });
    expect(decision.facts).toMatchObject(facts);
    expect(decision.message).toMatch(/^[^a-z].*[.]$/s);
    return decision;
  }

  /** The input itself is refused, at this path (`endsAt`, `venues.0.name`; empty for the whole). */
  malformed(path: string): void {
    const { success, error } = this.#family.commands[this.#command.name]!.input.safeParse(this.#command.data);
    expect(success, 'the input was accepted').toBe(false);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  }

  #events(): readonly E[] {
    const decision = this.#decide(this.#state);
    if (isRejection(decision)) throw new Error(`Refused with ${decision.code}: ${decision.message}`);
    for (const event of decision) expectToFit(this.#family.events, event);
    return decision;
  }

  #decide(state: State): Decision<E> {
    const data = this.#family.commands[this.#command.name]!.input.parse(this.#command.data);
    const before = JSON.stringify(state);
    const decision = this.#family.decide({ ...this.#command, data }, state, this.#family.around);
    expect(JSON.stringify(state), 'the state after deciding').toBe(before);
    return decision;
  }

  #fold(events: readonly E[]): State {
    const before = JSON.stringify(this.#state);
    const after = events.reduce((state, event) => this.#family.evolve(state, event), this.#state);
    expect(JSON.stringify(this.#state), 'the earlier state after folding').toBe(before);
    return after;
  }
}

function timed<E extends DomainEvent>(happened: Happened<E>, at: Instant): E {
  return { ...happened, data: { at, ...happened.data } } as unknown as E;
}

function expectToFit(schemas: EventSchemas, event: DomainEvent): void {
  const schema = schemas[event.type];
  expect(schema, `the schema of ${event.type}`).toBeDefined();
  expect(schema!.parse(JSON.parse(JSON.stringify(event.data))), `the data of ${event.type}, written and read`).toEqual(
    event.data,
  );
}

/** Given what happened in a meeting: `given(...running, item('report')).when('call-item', { itemId: 'report' }).then(…)`. */
export const given = specification<typeof meetingCommands, MeetingState, Surroundings, MeetingEvent>({
  commands: meetingCommands,
  events: meetingEvents,
  initial: initialMeeting,
  around: { attendance: initialAttendance },
  evolve: evolveMeeting,
  decide: decideMeeting,
});
