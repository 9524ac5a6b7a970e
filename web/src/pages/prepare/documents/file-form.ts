// A form that sends a file first and then the command that names it.

import { createSignal } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import type { Kept } from '../../../drafts/kept.ts';
import type { InputError } from '../../../api/problem.ts';
import { useInputSentences } from '../../../i18n/input-sentences.ts';
import type { Form } from '../form/form.ts';
import { isAt } from '../form/input-check.ts';
import { usePrepareWords } from '../words.tsx';
import type { Uploading } from './upload.ts';

/**
 * Makes the form.
 * @param errors what is wrong with what was typed and chosen
 * @param send stores the file and gives the command
 * @param kept what is kept of it, but for the file itself
 */
export function createFileForm(
  upload: Uploading,
  errors: () => readonly InputError[],
  send: (key: string) => Promise<void>,
  kept?: Kept,
): Form {
  const inputSentence = useInputSentences();
  const [tried, setTried] = createSignal(false);
  const action = createAction(async (key) => {
    await send(key);
    kept?.done();
  });
  const all = () => (tried() ? [...errors(), ...(action.problem()?.errors ?? [])] : []);
  const known = ['title', 'itemId', 'distribution', 'fileName', 'file'];
  const errorAt = (path: string) => {
    const found = all().find((error) => isAt(error, path));
    return found && inputSentence(found.message);
  };
  return {
    action,
    kept,
    errorAt,
    errorOf: errorAt,
    elsewhere: () =>
      all()
        .filter((error) => !known.some((field) => isAt(error, field)))
        .map(({ message }) => inputSentence(message)),
    wrong: () => all().length,
    reason: () => undefined,
    submit: (event) => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      setTried(true);
      if (errors().length === 0 && upload.file()) void action.run();
      else queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    },
  };
}

/** What is wrong with the chosen file, as an error at `file`. */
export function useFileFault(upload: Uploading): () => readonly InputError[] {
  const { p } = usePrepareWords();
  return () => {
    const file = upload.file();
    if (!file) return [{ path: 'file', message: p('documents.noFile') }];
    const fault = upload.fault();
    return fault === null ? [] : [{ path: 'file', message: p(`documents.${fault}`) }];
  };
}
