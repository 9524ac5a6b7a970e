// Takes back the last act of one's own, with one key, beside the next step.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CommandInput, CommandName } from '../../../api/command.ts';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useDesk } from '../desk-context.tsx';
import { useDeskWords } from '../words.ts';
import { useUndoWords } from './undo-words.ts';

export function UndoButton(): JSX.Element {
  const t = useDeskWords();
  const desk = useDesk();
  const words = useUndoWords();
  return (
    <Show when={desk.undo()} keyed>
      {(reverse) => (
        <CommandButton
          command={reverse.command as CommandName}
          input={reverse.input as CommandInput<CommandName>}
          size="small"
          variant="quiet"
          refusal="over"
          keyboard="u"
          keyLabel={t('undo.label')}
          title={words(reverse)}
          aria-label={`${t('undo.label')}: ${words(reverse)}`}
        >
          <span data-part="undo">
            {t('undo.label')} <span data-part="what">{words(reverse)}</span>
          </span>
        </CommandButton>
      )}
    </Show>
  );
}
