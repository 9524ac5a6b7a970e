// What the caller may do in a meeting now, and why not. `decide` itself is asked, the very code that will decide on the
// server, with the live view: so a button knows beforehand what would come back, and says it.
//
//   const standing = { view: live.view(), me: live.me()!, now: live.serverNow() };
//   refusalOf('close-meeting', {}, standing)   // null, or { code, message, facts } to show as the reason

import { initialFollowUp, isRejection, refusalOfAdmission, reject, streams } from '../catalogue.ts';
import type { Actor, Command, Decision, Instant, MeetingCommandName, Rejection } from '@rostrum/events';
import type { MeetingView } from '@rostrum/projections';
import type { CommandInput, CommandName } from '../api/command.ts';
import { commandNamed } from './command-book.ts';
import type { CommandFamily } from './command-book.ts';
import { fieldsOfCommand } from './form/model.ts';

/** Who asks, about which meeting, and when. */
export type Standing = {
  readonly view: MeetingView;
  readonly me: Actor;
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: number;
};

/** `free`: it would be recorded; `already`: it is so already; `refused`: it would be, for this reason. */
export type Verdict =
  | { readonly is: 'free' }
  | { readonly is: 'already' }
  | { readonly is: 'refused'; readonly refusal: Rejection };

/** The id of a command that is only asked about. */
const ASKED = '00000000-0000-4000-8000-000000000000';

type Ask = (command: Command, view: MeetingView) => Decision;

/** Where the browser knows what the decision looks at, it is made; else only role and season are checked. */
const asking: Readonly<Record<CommandFamily, Ask>> = {
  meeting: (command, view) => streams.meeting.decide(command as Command<MeetingCommandName>, view.meeting, view),
  attendance: (command, view) =>
    streams.attendance.decide(command as Command<keyof typeof streams.attendance.commands>, view.attendance, view),
  conversation: (command, view) =>
    streams.conversation.decide(
      command as Command<keyof typeof streams.conversation.commands>,
      view.conversation,
      view,
    ),
  directive: (command, view) => {
    const { directiveId } = command.data as { readonly directiveId: string };
    return streams.directive.decide(
      command as Command<keyof typeof streams.directive.commands>,
      view.followUps.get(directiveId) ?? initialFollowUp,
      view,
    );
  },
  contact: admission,
  door: admission,
};

function admission({ name, actor }: Command, { meeting }: MeetingView): Decision {
  return refusalOfAdmission(commandNamed(name as CommandName).definition, actor, meeting) ?? [{ type: name, data: {} }];
}

/** The instant at which a command would be decided: never before the meeting's last event. */
export const askedAt = ({ view, now }: Standing): Instant => {
  const at = new Date(now).toISOString();
  return view.at !== null && Date.parse(view.at) > now ? view.at : at;
};

/**
 * What would become of a command if it were given now.
 * @param input as it would be sent; what the catalogue does not accept is refused with the code `input.invalid`
 */
export function verdictOn(name: CommandName, input: unknown, standing: Standing): Verdict {
  const { family, definition } = commandNamed(name);
  const parsed = definition.input.safeParse(input);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return {
      is: 'refused',
      refusal: reject.invalid('input.invalid', first?.message ?? '', { path: first?.path.join('.') ?? '' }),
    };
  }
  const command: Command = { id: ASKED, name, data: parsed.data, actor: standing.me, at: askedAt(standing) };
  const decision = asking[family](command, standing.view);
  if (isRejection(decision)) return { is: 'refused', refusal: decision };
  return { is: decision.length === 0 ? 'already' : 'free' };
}

/** Why a command would be refused now; null where it would not. */
export function refusalOf<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
  standing: Standing,
): Rejection | null {
  const verdict = verdictOn(name, input, standing);
  return verdict.is === 'refused' ? verdict.refusal : null;
}

/** Why the caller could not give a command now whatever they put into it: their role, or the season. Null where they could. */
export const admissionRefusal = (name: CommandName, { view, me }: Standing): Rejection | null =>
  refusalOfAdmission(commandNamed(name).definition, me, view.meeting) ?? null;

/** Refusals that a form answers by what is filled in. */
const ANSWERED: ReadonlySet<string> = new Set(['meeting.no-quorum']);

/**
 * What would become of a command whose form is opened now: refused where nothing that could be filled in would help (role,
 * season, or a state that no input changes). What is not known yet is taken from the catalogue's example.
 */
export function formVerdict(name: CommandName, given: Readonly<Record<string, unknown>>, standing: Standing): Verdict {
  const refusal = admissionRefusal(name, standing);
  if (refusal) return { is: 'refused', refusal };
  const example = commandNamed(name).definition.example as Readonly<Record<string, unknown>>;
  const needed = fieldsOfCommand(name).filter(({ required }) => required);
  // An example's own words could be taken already: the name of somebody who is on the roster.
  const likely = Object.fromEntries(
    needed.map(({ name: field, kind }) => [field, kind.is === 'line' || kind.is === 'prose' ? '…' : example[field]]),
  );
  const verdict = verdictOn(name, { ...likely, ...given }, standing);
  if (verdict.is === 'already') return needed.length === 0 ? verdict : { is: 'free' };
  return verdict.is === 'refused' && (verdict.refusal.rejected !== 'conflict' || ANSWERED.has(verdict.refusal.code))
    ? { is: 'free' }
    : verdict;
}
