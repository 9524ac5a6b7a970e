// Plays a scenario into a house: each command by its actor at its instant, through the same deciding and storing as a
// command over HTTP.

import { streams } from '@rostrum/events';
import type { Actor, MeetingState, StreamName } from '@rostrum/events';
import { isRefused } from '@rostrum/api/server';
import type { House } from '@rostrum/api/server';

/** A clock that a play moves; it stands still in between. */
export class SteppedClock {
  #now: string;

  constructor(now: string) {
    this.#now = now;
  }

  now(): string {
    return this.#now;
  }

  set(now: string): void {
    this.#now = now;
  }
}

/** One command of a play: when, who gives it, on which family of streams. */
export type PlayedStep = {
  readonly at: string;
  readonly as: string;
  readonly family: StreamName;
  readonly name: string;
  /** Looks up in the meeting as it then stands what it must name by id. */
  readonly data: (meeting: MeetingState) => Record<string, unknown>;
};

export type Cast = (as: string, meeting: MeetingState) => Actor;

/**
 * Plays all steps in order.
 * @throws Error with the refusal where a command is refused: the play is wrong
 */
export async function play(
  { deps: { commands } }: Pick<House, 'deps'>,
  meetingId: string,
  steps: Iterable<PlayedStep>,
  cast: Cast,
  clock: { set(now: string): void },
): Promise<void> {
  for (const { at, as, family, name, data } of steps) {
    clock.set(at);
    const { state: meeting } = await commands.stateOf('meeting', meetingId);
    const input = streams[family].commands[name as never] as { readonly input: { parse(value: unknown): unknown } };
    const outcome = await commands.give({
      family,
      subject: meetingId,
      name,
      data: input.input.parse(data(meeting)),
      actor: cast(as, meeting),
    });
    if (isRefused(outcome)) throw new Error(`${at} ${as}: ${name} was refused: ${outcome.code}: ${outcome.message}`);
  }
}
