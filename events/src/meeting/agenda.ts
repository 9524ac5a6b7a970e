// The agenda: what the meeting takes up, in which order, and what came of it. The planned order and the order in which
// items were really taken are both kept.

import type * as z from 'zod';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { courseCommands, courseEvents, decideCourse, evolveCourse } from './agenda-course.ts';
import { decidePlan, evolvePlan, planCommands, planEvents } from './agenda-plan.ts';
import { decideReturn, evolveReturn, returnCommands, returnEvents } from './agenda-return.ts';
import type { AgendaItem } from './item.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';

export type { AgendaItem, ItemKind, ItemStatus, Sitting } from './item.ts';

export const agendaEvents = { ...planEvents, ...courseEvents, ...returnEvents };
export type AgendaEvent = EventOf<typeof agendaEvents>;

export type AgendaState = {
  readonly items: Ledger<AgendaItem>;
  /** The planned order, without what was withdrawn. */
  readonly order: readonly string[];
  readonly open: string | null;
  /** The order in which items were really taken: each at its first call. */
  readonly taken: readonly string[];
};

export const initialAgenda: AgendaState = { items: Ledger.empty(), order: [], open: null, taken: [] };

export const evolveAgenda: Evolve<AgendaState, AgendaEvent> = { ...evolvePlan, ...evolveCourse, ...evolveReturn };

export const agendaCommands = {
  ...planCommands,
  ...courseCommands,
  ...returnCommands,
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

export const decideAgenda: Deciders<typeof agendaCommands, MeetingState, Surroundings, MeetingEvent> = {
  ...decidePlan,
  ...decideCourse,
  ...decideReturn,
};
