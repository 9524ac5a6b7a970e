// A meeting from its scheduling to its end: draft → convened → open ⇄ recess → closed → minuted → sealed, or cancelled.
// Minuted and sealed are reached through the minutes (`minutes.ts`).

import * as z from 'zod';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import type { EventOf } from '../kernel/event.ts';
import { instant } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { correctionCommands, correctionEvents, decideCorrections, evolveCorrections } from './corrections.ts';
import type { Correction } from './corrections.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { decideProceedings, evolveProceedings, proceedingsCommands, proceedingsEvents } from './proceedings.ts';
import {
  decideScheduling,
  evolveScheduling,
  outline,
  schedulingCommands,
  schedulingEvents,
  term,
} from './scheduling.ts';
import type { MeetingStatus } from './status.ts';

export type { Correction } from './corrections.ts';
export type { MeetingStatus } from './status.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const lifecycleEvents = {
  ...schedulingEvents,
  ...proceedingsEvents,
  MeetingMinuted: z.strictObject({ at: instant }),
  ...correctionEvents,
};
export type LifecycleEvent = EventOf<typeof lifecycleEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Recess = {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly reason: string | null;
  readonly resumesAt: Instant | null;
};

export type LifecycleState = Readonly<z.output<typeof outlineAndTerm>> & {
  readonly meetingId: string;
  readonly status: MeetingStatus;
  readonly convenedAt: Instant | null;
  readonly notice: string | null;
  readonly openedAt: Instant | null;
  readonly presentAtOpening: number | null;
  readonly withoutQuorumBecause: string | null;
  readonly closedAt: Instant | null;
  readonly minutedAt: Instant | null;
  readonly cancelledBecause: string | null;
  readonly recesses: readonly Recess[];
  readonly corrections: readonly Correction[];
};
const outlineAndTerm = z.object({ ...outline, ...term });

export const initialLifecycle: LifecycleState = {
  meetingId: '',
  status: 'unscheduled',
  title: '',
  organisation: '',
  purpose: [],
  languages: [],
  form: 'video',
  quorum: null,
  timeZone: 'UTC',
  startsAt: '',
  endsAt: '',
  convenedAt: null,
  notice: null,
  openedAt: null,
  presentAtOpening: null,
  withoutQuorumBecause: null,
  closedAt: null,
  minutedAt: null,
  cancelledBecause: null,
  recesses: [],
  corrections: [],
};

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveLifecycle: Evolve<LifecycleState, LifecycleEvent> = {
  ...evolveScheduling,
  ...evolveProceedings,
  MeetingMinuted: (state, { at }) => ({ ...state, status: 'minuted', minutedAt: at }),
  ...evolveCorrections,
};

// ── commands and decide ─────────────────────────────────────────────────────────────────────────────────────────────

export const lifecycleCommands = {
  ...schedulingCommands,
  ...proceedingsCommands,
  ...correctionCommands,
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

export const decideLifecycle: Deciders<typeof lifecycleCommands, MeetingState, Surroundings, MeetingEvent> = {
  ...decideScheduling,
  ...decideProceedings,
  ...decideCorrections,
};
