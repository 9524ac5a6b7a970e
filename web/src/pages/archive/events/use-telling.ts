// What the sentences of events are made with, in the reader's language and with the names of the whole record.

import { createMemo } from 'solid-js';
import type { Accessor } from 'solid-js';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';
import { addAskers, namesOf } from './names.ts';
import type { Telling } from './sentences.ts';

/** Reads again when the record grows or the language changes. */
export function useTelling(): Accessor<Telling> {
  const { a, t, formats, language } = useArchiveWords();
  const { playback, length, latest } = useArchive();
  const askers = new Map<string, string>();
  let read = 0;
  return createMemo(() => {
    addAskers(askers, playback, read);
    read = length();
    language();
    const view = latest();
    return { r: a, t, names: namesOf(view, askers), formats: formats(view.meeting.lifecycle.timeZone) };
  });
}
