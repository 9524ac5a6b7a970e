// What would be taken back, in a few words.

import { useLive } from '../../../live/use-live.tsx';
import { personOf } from '../../../meeting/people.ts';
import { useCommandTitle } from '../form/command-title.ts';
import { useDeskWords } from '../words.ts';
import type { Reverse } from './reverse-of.ts';

/** Gives the sentence for what takes something back: what it does, and of what. */
export function useUndoWords(): (reverse: Reverse) => string {
  const t = useDeskWords();
  const live = useLive();
  const title = useCommandTitle();
  return ({ command, about }) => {
    const { meeting } = live.view();
    const name =
      about === null
        ? ''
        : (meeting.agenda.items.get(about)?.title ??
          meeting.decisions.motions.get(about)?.title ??
          meeting.documents.all.get(about)?.title ??
          meeting.statements.all.get(about)?.title ??
          meeting.commendations.all.get(about)?.award ??
          personOf(meeting, about)?.name ??
          about);
    return name === '' ? t('undo.whole', { what: title(command) }) : t('undo.of', { what: title(command), name });
  };
}
