// The floor: who asks to speak, who speaks, for how long. At most one holder at any instant.

import type * as z from 'zod';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { decideHands, evolveHands, handCommands, handEvents } from './hands.ts';
import type { Discipline, FloorRequest } from './hands.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { openPause } from './speech.ts';
import type { Speech } from './speech.ts';
import { decideSpeeches, evolveSpeeches, speechCommands, speechEvents } from './speeches.ts';

export type { Discipline, FloorRequest, RequestKind } from './hands.ts';
export { openPause, spokenSecondsOf } from './speech.ts';
export type { Pause, Speech } from './speech.ts';

export const floorEvents = { ...handEvents, ...speechEvents };
export type FloorEvent = EventOf<typeof floorEvents>;

export type FloorState = {
  readonly discipline: Discipline;
  /** In the order of asking, or as the chair has moved them; `queue.ts` orders it by the discipline. */
  readonly requests: readonly FloorRequest[];
  /** The speech under way: its speaker has the floor. */
  readonly speech: Speech | null;
  readonly finished: Ledger<Speech>;
  /** Net speaking seconds so far by speaker. */
  readonly spokenSeconds: Ledger<number>;
  /** Limit in seconds by unit path. */
  readonly unitBudgets: Readonly<Record<string, number>>;
};

export const initialFloor: FloorState = {
  discipline: 'first-come',
  requests: [],
  speech: null,
  finished: Ledger.empty(),
  spokenSeconds: Ledger.empty(),
  unitBudgets: {},
};

/** Who may be heard now: the questioner during an interposed question, else the speaker; null where nobody has the floor. */
export function holderOf({ speech }: FloorState): string | null {
  if (speech === null) return null;
  const pause = openPause(speech);
  return pause?.questionerId ?? speech.speakerId;
}

export const evolveFloor: Evolve<FloorState, FloorEvent> = { ...evolveHands, ...evolveSpeeches };

export const floorCommands = {
  ...handCommands,
  ...speechCommands,
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

export const decideFloor: Deciders<typeof floorCommands, MeetingState, Surroundings, MeetingEvent> = {
  ...decideHands,
  ...decideSpeeches,
};
