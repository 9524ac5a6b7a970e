// A walk: commands decided one after another from some past on, as the server would, in a world of one meeting and the
// streams beside it. Each step keeps what a property needs to look back on.

import { streams } from '../catalogue.ts';
import type { StreamFamily, StreamName } from '../catalogue.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Command } from '../kernel/command.ts';
import { isRejection } from '../kernel/decision.ts';
import type { Decision } from '../kernel/decision.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Instant } from '../kernel/text.ts';
import type { Sent } from './inputs.ts';
import type { Situation } from './situations.ts';

/** Somebody sends a command, so many seconds after the one before. */
export type Stride = { readonly sent: Sent; readonly actor: Actor; readonly seconds: number };

export type Step = {
  readonly family: StreamFamily;
  readonly stream: string;
  readonly command: Command;
  readonly before: unknown;
  /** Decides the command of this step once more, in this state. */
  readonly decideIn: (state: unknown) => Decision;
  readonly decision: Decision;
  /** What was recorded; empty after a refusal. */
  readonly events: readonly DomainEvent[];
  readonly after: unknown;
};

const familyNamed = (name: StreamName): StreamFamily => streams[name] as unknown as StreamFamily;

/** Which stream a command is for: a directive and a contact have one each, all else one for the meeting. */
const streamOf = ({ family, data }: Sent): string => {
  const key = { directive: 'directiveId', contact: 'attendeeId' }[family as string];
  return key === undefined ? family : `${family}-${data[key] as string}`;
};

export class World {
  readonly #states = new Map<string, unknown>();
  #now: number;

  constructor({ meeting, attendance }: Situation, start: Instant) {
    this.#now = Date.parse(start);
    const { initial, evolve } = familyNamed('meeting');
    this.#states.set('meeting', meeting.reduce(evolve, initial));
    this.#states.set('attendance', attendance);
  }

  /** The state of a stream, as it stands; that of the attendance is `stateOf('attendance', 'attendance')`. */
  stateOf(family: StreamName, stream: string = family): unknown {
    return this.#states.has(stream) ? this.#states.get(stream) : familyNamed(family).initial;
  }

  /** Decides one command and records what it gives. `around` stands beside the meeting and the attendance. */
  take({ sent, actor, seconds }: Stride, number: number, around: object = {}): Step {
    this.#now += seconds * 1000;
    const family = familyNamed(sent.family);
    const stream = streamOf(sent);
    const command: Command = {
      id: `command-${number}`,
      name: sent.name,
      data: sent.data,
      actor,
      at: new Date(this.#now).toISOString(),
    };
    const surroundings = { ...around, meeting: this.stateOf('meeting'), attendance: this.stateOf('attendance') };
    const decideIn = (state: unknown): Decision => family.decide(command, state, surroundings);
    const before = this.stateOf(sent.family, stream);
    const decision = decideIn(before);
    const events = isRejection(decision) ? [] : decision;
    const after = events.reduce(family.evolve, before);
    this.#states.set(stream, after);
    return { family, stream, command, before, decideIn, decision, events, after };
  }
}
