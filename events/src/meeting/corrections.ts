// Corrections: after the closing nothing is rewritten. What is wrong is said again, beside the event that it corrects.

import * as z from 'zod';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { differs } from '../kernel/revise.ts';
import { id, instant, line, prose } from '../kernel/text.ts';
import type { LifecycleState } from './lifecycle.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import type { MeetingStatus } from './status.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const correctionEvents = {
  CorrectionRecorded: z.strictObject({
    correctionId: id,
    correctsEventId: id,
    field: line(100),
    oldValue: prose(10_000),
    newValue: prose(10_000),
    reason: prose(1000),
    at: instant,
  }),
};
export type CorrectionEvent = EventOf<typeof correctionEvents>;
export type Correction = CorrectionEvent['data'];

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveCorrections: Evolve<LifecycleState, CorrectionEvent> = {
  CorrectionRecorded: (state, correction) => ({ ...state, corrections: [...state.corrections, correction] }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const correctionCommands = {
  'record-correction': {
    summary: 'Correct the record',
    description:
      'After closing: names the event it corrects, the field, the old value and the new one, and why. The event itself stays as it was written.',
    input: z.strictObject({
      correctionId: id.optional(),
      correctsEventId: id,
      field: line(100),
      oldValue: prose(10_000),
      newValue: prose(10_000),
      reason: prose(1000),
    }),
    example: {
      correctsEventId: '6f1d8a3e-1f7b-5c8e-9b8a-2f6f4b1f0c11',
      field: 'points[0]',
      oldValue: 'forty units',
      newValue: 'forty-four units',
      reason: 'Misheard; the speaker confirmed the number',
    },
    by: OFFICERS,
    during: ['closed', 'minuted'],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const decideCorrections: Deciders<typeof correctionCommands, MeetingState, Surroundings, MeetingEvent> = {
  'record-correction': ({ id: commandId, data, at }, { lifecycle }) => {
    const correctionId = data.correctionId ?? commandId;
    const known = lifecycle.corrections.find((correction) => correction.correctionId === correctionId);
    if (known) {
      return differs(known, data)
        ? reject.conflict('meeting.correction-exists', 'Another correction has this id. Use another id.', {
            correctionId,
          })
        : nothing;
    }
    if (data.oldValue === data.newValue) {
      return reject.invalid(
        'meeting.correction-changes-nothing',
        'The new value is the old one. Give the value that should have been recorded.',
      );
    }
    return [{ type: 'CorrectionRecorded', data: { ...data, correctionId, at } }];
  },
};
