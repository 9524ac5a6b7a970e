// Every command that can be given to a meeting, with its catalogue entry: what the palette lists, forms are made from, and
// `may.ts` asks about.

import { meetingCommandsBySlice, streams } from '../catalogue.ts';
import type { CommandDefinition, CommandDefinitions } from '@rostrum/events';
import type { CommandName } from '../api/command.ts';

/** The stream on which a command is decided. */
export type CommandFamily = 'meeting' | 'attendance' | 'conversation' | 'directive' | 'contact' | 'door';

/** What a command is about: a slice of the meeting, or a stream beside it. */
export type CommandGroup = keyof typeof meetingCommandsBySlice | Exclude<CommandFamily, 'meeting'>;

export type BookEntry = {
  readonly name: CommandName;
  readonly family: CommandFamily;
  readonly group: CommandGroup;
  readonly definition: CommandDefinition;
};

/** The routes of these differ, or nobody gives them from a meeting's page: a new meeting, digests, one's own sign-out. */
const ELSEWHERE: ReadonlySet<string> = new Set(['schedule-meeting', 'issue-link', 'issue-station-link', 'end-session']);

const entries = (group: CommandGroup, family: CommandFamily, commands: CommandDefinitions): BookEntry[] =>
  Object.entries(commands)
    .filter(([name, { by }]) => !ELSEWHERE.has(name) && by.some((role) => role !== 'system'))
    .map(([name, definition]) => ({ name: name as CommandName, family, group, definition }));

/** By name, in the catalogue's order. */
export const commandBook: ReadonlyMap<string, BookEntry> = new Map(
  [
    ...Object.entries(meetingCommandsBySlice).flatMap(([slice, commands]) =>
      entries(slice as CommandGroup, 'meeting', commands),
    ),
    ...(['attendance', 'conversation', 'directive', 'contact', 'door'] as const).flatMap((family) =>
      entries(family, family, streams[family].commands),
    ),
  ].map((entry) => [entry.name, entry]),
);

/** The entry of a command. Throws RangeError where the book has none. */
export function commandNamed(name: CommandName): BookEntry {
  const entry = commandBook.get(name);
  if (!entry) throw new RangeError(`No such command of a meeting: ${name}`);
  return entry;
}
