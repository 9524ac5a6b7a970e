// Who has answered: how many of each answer, each a way to list those alone, and the names to remind.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { usePrepareWords } from '../../words.tsx';
import { answerCounts, answerStates, namesAsText } from './answers.ts';
import type { RosterTableModel } from './use-table.ts';
import './answer-filter.css';

export function AnswerFilter(props: { readonly table: RosterTableModel }): JSX.Element {
  const { p, formats } = usePrepareWords();
  const counts = () => answerCounts(props.table.all());
  return (
    <div data-component="answer-filter" role="group" aria-label={p('answer.filter')}>
      <button type="button" aria-pressed={props.table.answer() === null} onClick={() => props.table.setAnswer(null)}>
        {p('answer.all')} <span data-part="count">{formats().number(props.table.all().length)}</span>
      </button>
      <For each={answerStates}>
        {(state) => (
          <button
            type="button"
            data-state={state}
            aria-pressed={props.table.answer() === state}
            onClick={() => props.table.setAnswer(props.table.answer() === state ? null : state)}
          >
            {p(`answer.${state}`)} <span data-part="count">{formats().number(counts()[state])}</span>
          </button>
        )}
      </For>
      <Show when={props.table.shown().length > 0}>
        <CopyButton variant="quiet" text={namesAsText(props.table.shown())}>
          {props.table.answer() === 'none'
            ? p('answer.remind', { count: props.table.shown().length })
            : p('answer.copy', { count: props.table.shown().length })}
        </CopyButton>
      </Show>
    </div>
  );
}
