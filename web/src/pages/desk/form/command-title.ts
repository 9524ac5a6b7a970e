// What a command is called: in English by its summary in the catalogue, in Chinese by a table that is loaded when the first
// one is asked for.

import { createSignal } from 'solid-js';
import type { CommandName } from '../../../api/command.ts';
import { useWords } from '../../../i18n/language.tsx';
import { commandNamed } from '../../../meeting/command-book.ts';

type Titles = Readonly<Record<string, string>>;

const [chinese, setChinese] = createSignal<Titles | null>(null);
let asked = false;

function table(): Titles | null {
  if (!asked) {
    asked = true;
    import('../../../i18n/zh-CN/command-titles.ts').then(
      ({ commandTitles }) => setChinese(commandTitles),
      () => (asked = false),
    );
  }
  return chinese();
}

/** Gives a command's title in the reader's language. */
export function useCommandTitle(): (name: CommandName) => string {
  const { language } = useWords();
  return (name) => (language() === 'zh-CN' ? table()?.[name] : undefined) ?? commandNamed(name).definition.summary;
}
