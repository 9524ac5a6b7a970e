// What was said, in numbered points, of the speech under way or of a finished one: written line by line, saved with Enter
// and when the field is left.

import { speechesOf } from '@rostrum/projections';
import { createEffect, createMemo, createSignal, For, Index, on, onCleanup, Show, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { createDeed } from '../../../meeting/deed.ts';
import { useKeys } from '../../../meeting/keys.tsx';
import { useMarks } from '../../../meeting/marks.ts';
import { personOf } from '../../../meeting/people.ts';
import { useReason } from '../../../meeting/reasons.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { useKeptDrafts } from './kept-drafts.tsx';
import {
  draftOf,
  isUnsaved,
  linesOf,
  withMoved,
  withPasted,
  withPoint,
  withRoomAfter,
  writtenIn,
} from './points-draft.ts';
import './points.css';

export function Points(): JSX.Element {
  const { formats } = useWords();
  const t = useDeskWords();
  const live = useLive();
  const speeches = createMemo(() => speechesOf(live.view().meeting));
  const kept = useKeptDrafts();
  const running = () => live.view().meeting.floor.speech?.speechId;
  const [picked, setPicked] = createSignal<string | null>(null);
  createEffect(on(running, () => setPicked(null), { defer: true }));
  const speech = createMemo(() => {
    const wanted = picked() ?? running();
    return speeches().find(({ speechId }) => speechId === wanted) ?? speeches().at(-1);
  });
  const choices = () =>
    speeches()
      .toReversed()
      .map(({ speechId, speakerId, from }) => ({
        value: speechId,
        label: `${personOf(live.view().meeting, speakerId)?.name ?? speakerId}, ${formats(live.view().meeting.lifecycle.timeZone).time(from)}`,
      }));
  return (
    <section data-component="desk-points" aria-labelledby="desk-points">
      <header>
        <h3 id="desk-points">{t('points.title')}</h3>
        <Show when={speeches().length > 0}>
          <Select
            label={t('points.of')}
            labelHidden
            value={speech()?.speechId ?? ''}
            onValue={setPicked}
            choices={choices()}
          />
        </Show>
      </header>
      <Show when={kept.speeches().length > 0}>
        <p data-part="unsaved" role="status">
          {t('points.kept')}
          <For each={kept.speeches()}>
            {(speechId) => (
              <Button size="small" onClick={() => setPicked(speechId)}>
                {choices().find(({ value }) => value === speechId)?.label ?? speechId}
              </Button>
            )}
          </For>
        </p>
      </Show>
      <Show when={speech()?.speechId} keyed fallback={<p data-part="none">{t('points.none')}</p>}>
        {(speechId) => (
          <PointsOf speechId={speechId} points={speech()?.speechId === speechId ? (speech()?.points ?? []) : []} />
        )}
      </Show>
    </section>
  );
}

function PointsOf(props: { readonly speechId: string; readonly points: readonly string[] }): JSX.Element {
  const t = useDeskWords();
  const reasonFor = useReason();
  const marks = useMarks();
  const keys = useKeys();
  const kept = useKeptDrafts();
  const [draft, setDraft] = createSignal(untrack(() => kept.take(props.speechId) ?? draftOf(props.points)));
  let list!: HTMLOListElement;

  const save = createDeed('summarize-speech', () => ({ speechId: props.speechId, points: writtenIn(draft()) }));
  const unsaved = () => isUnsaved(draft(), props.points);
  createEffect(
    on(
      () => props.points,
      (points, before) => {
        if (before && !isUnsaved(draft(), before)) setDraft(draftOf(points));
      },
    ),
  );
  const saveIfNeeded = () => unsaved() && !save.refusal() && void save.action.run();
  // What could not be saved before the speech left the desk waits for it to come back.
  onCleanup(() => {
    if (!unsaved()) return;
    const { speechId } = props;
    const written = draft();
    if (save.refusal()) return kept.keep(speechId, written);
    void save.action.run().then((saved) => saved || kept.keep(speechId, written));
  });

  const fields = () => [...list.querySelectorAll('textarea')];
  if (keys) {
    const unbind = keys.bind('p', { label: () => t('points.write'), press: () => fields().at(-1)?.focus() });
    onCleanup(unbind);
  }
  const press = (event: KeyboardEvent, place: number) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      saveIfNeeded();
      if (draft()[place] !== '') setDraft(withRoomAfter(draft(), place));
      fields()[place + 1]?.focus();
    } else if (event.key === 'Backspace' && draft()[place] === '' && place > 0 && place < draft().length - 1) {
      event.preventDefault();
      setDraft(draft().toSpliced(place, 1));
      fields()[place - 1]?.focus();
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const by = event.key === 'ArrowUp' ? -1 : 1;
      const moved = withMoved(draft(), place, by);
      if (moved === draft()) return;
      setDraft(moved);
      fields()[place + by]?.focus();
    }
  };
  const paste = (event: ClipboardEvent & { readonly currentTarget: HTMLTextAreaElement }, place: number) => {
    const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '');
    if (lines.length < 2) return;
    event.preventDefault();
    const { selectionStart: from, selectionEnd: to } = event.currentTarget;
    setDraft(withPasted(draft(), place, lines, { from, to }));
    fields()[place + lines.length - 1]?.focus();
  };
  const reason = () => {
    const refusal = save.refusal();
    return refusal ? reasonFor(refusal) : undefined;
  };
  const standing = () => {
    if (unsaved()) return t('points.unsaved');
    return reason() ?? (props.points.length > 0 ? t('points.saved') : '');
  };
  return (
    <div data-part="points" data-marked={marks.by(props.speechId, 'SpeechSummarized')}>
      <ol ref={(made) => (list = made)}>
        <Index each={draft()}>
          {(point, place) => (
            <li>
              <textarea
                rows={1}
                data-component="control"
                data-kind="lines"
                aria-label={t('points.point', { number: place + 1 })}
                placeholder={place === draft().length - 1 ? t('points.placeholder') : ''}
                disabled={save.refusal() !== null}
                value={point()}
                onInput={(event) => setDraft(withPoint(draft(), place, event.currentTarget.value))}
                onKeyDown={(event) => press(event, place)}
                onPaste={(event) => paste(event, place)}
                onBlur={saveIfNeeded}
              />
              <Show when={point() !== ''}>
                <FormButton
                  command="issue-directive"
                  given={{ text: point(), speechId: props.speechId }}
                  square
                  aria-label={t('points.toDirective', { number: place + 1 })}
                >
                  <span aria-hidden="true">→</span>
                </FormButton>
                <Button
                  variant="quiet"
                  size="small"
                  square
                  aria-label={t('points.remove', { number: place + 1 })}
                  onClick={() => {
                    setDraft(draft().toSpliced(place, 1));
                    saveIfNeeded();
                  }}
                >
                  <Icon name="close" />
                </Button>
              </Show>
            </li>
          )}
        </Index>
      </ol>
      <p data-part="saving">
        <Show when={unsaved() || save.action.problem()}>
          <Button size="small" action={save.action} reason={reason()}>
            {t('points.save')}
          </Button>
        </Show>
        <span role="status">{standing()}</span>
      </p>
    </div>
  );
}
