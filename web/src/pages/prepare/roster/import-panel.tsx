// Importing the roster from a table: chosen, dropped or pasted, shown as it is, and taken whole or not at all.

import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import { useInputSentences } from '../../../i18n/input-sentences.ts';
import { useLive } from '../../../live/use-live.tsx';
import { useReason } from '../../../meeting/reasons.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { FilePlace } from '../file-place.tsx';
import { goTo } from '../go-to.ts';
import { usePrepareWords } from '../words.tsx';
import { ImportFormat } from './import-format.tsx';
import { ImportSheet, showCell } from './import-sheet.tsx';
import { inOrder, prospectOf, readRoster, rowErrorsIn } from './reading.ts';
import type { Reading } from './reading.ts';

/** Errors listed at once. */
const LISTED = 50;

export default function ImportPanel(props: { readonly onClose: () => void }): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const toast = useToast();
  const inputSentence = useInputSentences();
  const reasonFor = useReason();
  const [reading, setReading] = createSignal<Reading | null>(null);
  const [fileName, setFileName] = createSignal<string | null>(null);
  const [pasted, setPasted] = createSignal('');

  const importing = createAction(async (key) => {
    const rows = [...(reading()?.rows ?? [])];
    await live.send('import-roster', { rows }, key);
    toast(p('import.done', { count: rows.length }));
    props.onClose();
  });
  const prospect = createMemo(() => {
    const rows = reading()?.rows ?? [];
    const actor = live.me();
    if (rows.length === 0 || !actor) return null;
    const view = live.view();
    return prospectOf(rows, { meeting: view.meeting, around: view, actor, at: view.at ?? '' });
  });
  const errors = createMemo(() => {
    const expected = prospect();
    return inOrder(
      reading()?.errors ?? [],
      expected && expected.refused !== null ? expected.errors : [],
      rowErrorsIn(importing.problem()?.facts ?? {}),
    );
  });
  const fates = () => {
    const expected = prospect();
    return expected?.refused === null ? expected.fates : null;
  };
  const rows = () => reading()?.rows.length ?? 0;
  const reason = () => {
    const expected = prospect();
    if (errors().length > 0) return p('import.correct');
    if (expected?.refused) return reasonFor(expected.refused);
    return expected?.refused === null && expected.added + expected.revised === 0 ? p('import.already') : undefined;
  };

  const read = (source: Uint8Array | string, name: string | null) => {
    importing.dismiss();
    setFileName(name);
    setReading(typeof source === 'string' && source.trim() === '' ? null : readRoster(source));
  };
  const take = async (file: File) => {
    setPasted('');
    read(new Uint8Array(await file.arrayBuffer()), file.name);
  };
  const paste = (text: string) => {
    setPasted(text);
    read(text, null);
  };

  return (
    <section data-component="import" aria-labelledby="import-title">
      <header>
        <h3 id="import-title">{p('import.title')}</h3>
        <p>{p('import.lead')}</p>
      </header>
      <ImportFormat />
      <FilePlace
        label={p('import.choose')}
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        chosen={fileName()}
        onFile={(file) => void take(file)}
      />
      <Show when={fileName() === null}>
        <TextArea label={p('import.paste')} value={pasted()} onValue={paste} rows={3} spellcheck={false} data-mono="" />
      </Show>

      <Show when={reading()}>
        {(read) => (
          <>
            <Switch>
              <Match when={errors().length > 0}>
                <Notice variant="refused" title={p('import.wrong', { count: errors().length })}>
                  <ul data-part="errors">
                    <For each={errors().slice(0, LISTED)}>
                      {(error) => (
                        <li>
                          <button type="button" onClick={() => showCell(error)}>
                            {error.column === null
                              ? p('import.row', { row: error.row })
                              : p('import.cell', { row: error.row, column: error.column })}
                          </button>{' '}
                          {inputSentence(error.message)}
                        </li>
                      )}
                    </For>
                  </ul>
                  <Show when={errors().some(({ column }) => column === 'venue')}>
                    <p>
                      {p('import.venues')}{' '}
                      <Button variant="quiet" size="small" onClick={() => goTo('venues')}>
                        {p('import.toVenues')}
                      </Button>
                    </p>
                  </Show>
                  <Show when={errors().length > LISTED}>
                    <p>{p('import.moreErrors', { count: errors().length - LISTED })}</p>
                  </Show>
                </Notice>
              </Match>
              <Match when={prospect()}>
                {(expected) => {
                  const figures = () => {
                    const now = expected();
                    return now.refused === null ? now : null;
                  };
                  return (
                    <Show when={figures()}>
                      {(now) => (
                        <p role="status">
                          {[
                            p('import.added', { count: now().added }),
                            p('import.revised', { count: now().revised }),
                            p('import.unchanged', { count: now().unchanged }),
                          ].join(' · ')}
                        </p>
                      )}
                    </Show>
                  );
                }}
              </Match>
            </Switch>
            <Show when={read().guessed}>
              <Notice variant="warn">{p('import.guessed')}</Notice>
            </Show>
            <Show when={read().sheet}>
              {(sheet) => <ImportSheet sheet={sheet()} errors={errors()} fates={fates()} />}
            </Show>
          </>
        )}
      </Show>

      <footer>
        <Button onClick={() => props.onClose()}>{t('dialog.cancel')}</Button>
        <Show when={reading()}>
          <Button variant="primary" action={importing} reason={reason()}>
            {rows() === 0 ? p('import.submitNone') : p('import.submit', { count: rows() })}
          </Button>
        </Show>
      </footer>
    </section>
  );
}
