// Reads the forms of all commands from their schemas while the desk has nothing else to do, one at a time, so that the
// first look into the palette does not hold up the clock of a speech.

import { onCleanup, onMount } from 'solid-js';
import { commandBook } from '../../../meeting/command-book.ts';
import { fieldsOfCommand } from '../../../meeting/form/model.ts';

/** Milliseconds between two forms. */
const BETWEEN = 30;

/** Makes the forms ready, until the owner of the scope goes. */
export function readyForms(): void {
  const left = [...commandBook.values()];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    const entry = left.shift();
    if (!entry) return;
    fieldsOfCommand(entry.name);
    timer = setTimeout(next, BETWEEN);
  };
  onMount(() => {
    timer = setTimeout(next, BETWEEN);
  });
  onCleanup(() => clearTimeout(timer));
}
