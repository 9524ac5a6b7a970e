// Before a slice decides: does the meeting exist, may the actor, is it the season. The same for a meeting's own commands
// and for those of the streams beside it.

import type { Actor } from '../kernel/actor.ts';
import type { Command, CommandDefinition, CommandDefinitions, Deciders } from '../kernel/command.ts';
import { reject } from '../kernel/decision.ts';
import type { Decision, Rejection } from '../kernel/decision.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { MeetingState } from './meeting.ts';
import { rolesOf } from './roles.ts';
import { outOfSeason } from './season.ts';

/** The refusal that the actor's roles or the meeting's status bring; undefined where the command may be decided. */
export function refusalOfAdmission(
  definition: Pick<CommandDefinition, 'summary' | 'by' | 'during'>,
  actor: Actor,
  meeting: MeetingState,
): Rejection | undefined {
  const { status } = meeting.lifecycle;
  if (status === 'unscheduled' && !definition.during.includes(status)) {
    return reject.missing('meeting.unknown', 'There is no such meeting.');
  }
  const roles = rolesOf(actor, meeting);
  if (!definition.by.some((role) => roles.includes(role))) {
    return reject.forbidden('meeting.not-permitted', `“${definition.summary}” is for: ${definition.by.join(', ')}.`, {
      by: definition.by,
    });
  }
  return outOfSeason(definition, status);
}

/** What a decision in a stream beside the meeting's looks at: the meeting as it stands. */
export type BesideMeeting = { readonly meeting: MeetingState };

/**
 * The deciding function of a stream beside the meeting's: admission first, then what the slice says.
 * @example const decide = decideBeside(contactCommands, decideContact);
 */
export const decideBeside =
  <C extends CommandDefinitions, State, E extends DomainEvent>(
    commands: C,
    deciders: Deciders<C, State, BesideMeeting, E>,
  ) =>
  (command: Command<keyof C & string>, state: State, around: BesideMeeting): Decision<E> => {
    const refusal = refusalOfAdmission(commands[command.name]!, command.actor, around.meeting);
    if (refusal) return refusal;
    const decide = deciders[command.name] as (command: Command, state: State, around: BesideMeeting) => Decision<E>;
    return decide(command, state, around);
  };
