// What a command is called: in English by its summary in the catalogue, in other languages by their table.

import type { CommandName } from '../../../api/command.ts';
import { useTable } from '../../../i18n/table.ts';
import { commandNamed } from '../../../meeting/command-book.ts';

/** Gives a command's title in the reader's language. */
export function useCommandTitle(): (name: CommandName) => string {
  const titles = useTable('commandTitles');
  return (name) => titles()?.[name] ?? commandNamed(name).definition.summary;
}
