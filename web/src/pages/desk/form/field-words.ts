// What a field is called, and what the values of a choice are called, in the reader's language.

import type { CommandName } from '../../../api/command.ts';
import { useWords } from '../../../i18n/language.tsx';
import type { Key } from '../../../i18n/words.ts';
import { useDeskWords } from '../words.ts';
import { fieldKey, valueKey } from './field-key.ts';

type DeskKey = Parameters<ReturnType<typeof useDeskWords>>[0];

export type FieldWords = {
  /** @param path the field's name, below that of the list or group it stands in */
  readonly label: (path: string) => string;
  readonly value: (path: string, value: string) => string;
};

/** The words for the fields of a command's form. Every key they make is in the dictionaries (`fields.test.ts`). */
export function useFieldWords(command: () => CommandName): FieldWords {
  const { t } = useWords();
  const own = useDeskWords();
  return {
    label: (path) => own(`field.${fieldKey(command(), path)}` as Extract<DeskKey, `field.${string}`>),
    value: (path, value) => {
      const { key, shared } = valueKey(command(), path, value);
      return shared ? t(key as Extract<Key, `office.${string}`>) : own(key as Extract<DeskKey, `method.${string}`>);
    },
  };
}
