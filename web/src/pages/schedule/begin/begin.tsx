// How a new meeting begins: from nothing, from a past one, or from a template; and what it takes over.

import { createUniqueId, For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import type { Problem } from '../../../api/problem.ts';
import { recordLanguage } from '../../../i18n/words.ts';
import { Button } from '../../../ui/button.tsx';
import { StateProblem } from '../../../ui/state-problem.tsx';
import { useFindingWords } from '../../meetings/words.tsx';
import type { Template } from '../templates/template.ts';
import { templates } from '../templates/templates.ts';
import type { Carry, Parts } from './carry.ts';
import { CarryFields } from './carry-fields.tsx';
import type { Past } from './past.ts';
import { PastPicker } from './past-picker.tsx';
import { PartsPreview } from './parts-preview.tsx';
import './begin.css';

export type Beginning = 'nothing' | 'meeting' | 'template';
const BEGINNINGS: readonly Beginning[] = ['nothing', 'meeting', 'template'];

export type BeginProps = {
  readonly beginning: Beginning;
  readonly onBeginning: (beginning: Beginning) => void;
  readonly past: Past | undefined;
  readonly loading: boolean;
  readonly problem: Problem | undefined;
  readonly onRetry: () => void;
  /** Null: another one is to be chosen. */
  readonly onPast: (meetingId: string | null) => void;
  readonly carry: Carry;
  readonly onCarry: (carry: Partial<Carry>) => void;
  readonly template: Template | undefined;
  readonly onTemplate: (name: string) => void;
  readonly parts: Parts;
};

export function Begin(props: BeginProps): JSX.Element {
  const { f, language, formats } = useFindingWords();
  const group = createUniqueId();
  const day = (past: Past) => {
    const { startsAt, timeZone } = past.meeting.lifecycle;
    return formats(timeZone).day(startsAt);
  };
  return (
    <div data-component="begin">
      <div data-part="cards" role="radiogroup" aria-label={f('begin.title')}>
        <For each={BEGINNINGS}>
          {(beginning) => (
            <label data-component="begin-choice">
              <input
                type="radio"
                name={group}
                checked={props.beginning === beginning}
                onChange={() => props.onBeginning(beginning)}
              />
              <span>
                <strong>{f(`begin.${beginning}`)}</strong>
                <span>{f(`begin.${beginning}.text`)}</span>
              </span>
            </label>
          )}
        </For>
      </div>
      <Switch>
        <Match when={props.beginning === 'meeting' && props.problem}>
          {(problem) => (
            <>
              <StateProblem problem={problem()} onRetry={() => props.onRetry()} />
              <Button onClick={() => props.onPast(null)}>{f('begin.another')}</Button>
            </>
          )}
        </Match>
        <Match when={props.beginning === 'meeting' && props.past}>
          {(past) => (
            <div data-part="chosen">
              <div data-part="what">
                <p>
                  <strong dir="auto">{past().meeting.lifecycle.title}</strong>
                  <span dir="auto">
                    {day(past())} · {past().meeting.lifecycle.organisation}
                  </span>
                </p>
                <Button size="small" onClick={() => props.onPast(null)}>
                  {f('begin.another')}
                </Button>
              </div>
              <CarryFields past={past()} carry={props.carry} onCarry={props.onCarry} />
              <PartsPreview parts={props.parts} />
            </div>
          )}
        </Match>
        <Match when={props.beginning === 'meeting'}>
          <PastPicker busy={props.loading} onPast={(meetingId) => props.onPast(meetingId)} />
        </Match>
        <Match when={props.beginning === 'template'}>
          <div data-part="cards" role="radiogroup" aria-label={f('begin.template')}>
            <For each={templates}>
              {(template) => (
                <label data-component="begin-choice">
                  <input
                    type="radio"
                    name={`${group}-template`}
                    checked={props.template === template}
                    onChange={() => props.onTemplate(template.name)}
                  />
                  <span>
                    <strong>{template.title[recordLanguage(language())]}</strong>
                    <span>{template.about[recordLanguage(language())]}</span>
                  </span>
                </label>
              )}
            </For>
          </div>
          <Show when={props.template}>
            <PartsPreview parts={props.parts} />
          </Show>
        </Match>
      </Switch>
    </div>
  );
}
