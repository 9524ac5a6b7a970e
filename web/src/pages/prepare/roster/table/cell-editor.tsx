// A cell while it is written: Enter and Tab put it in, Escape leaves it as it was. Where somebody else has written there
// meanwhile, both are shown and one is chosen.

import { createSignal, createUniqueId, For, onMount, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../../ui/button.tsx';
import { usePrepareWords } from '../../words.tsx';
import { CellNote } from './cell-note.tsx';
import type { Writing } from './columns.ts';

/** Where one goes after writing. */
export type Onward = { readonly rows: number; readonly columns: number };

export type CellEditorProps = {
  readonly label: string;
  readonly writing: Writing;
  /** What the field begins with; null: with what stands there. */
  readonly begin: string | null;
  /** What stands there now, whoever wrote it. */
  readonly stands: string;
  /** Who has just written there. */
  readonly by: string | undefined;
  readonly choices: readonly string[];
  /** Texts that are offered while one types. */
  readonly offers: readonly string[];
  /** Puts it in, and gives the sentence where it cannot stand there. */
  readonly onWrite: (text: string, onward: Onward) => string | undefined;
  /** Leaves it as it stands. */
  readonly onLeave: (onward: Onward) => void;
};

const STAY: Onward = { rows: 0, columns: 0 };

export function CellEditor(props: CellEditorProps): JSX.Element {
  const { p } = usePrepareWords();
  const listId = createUniqueId();
  // What one began with is what one saw.
  // oxlint-disable-next-line solid/reactivity
  const seen = props.stands;
  // oxlint-disable-next-line solid/reactivity
  const [text, setText] = createSignal(props.begin ?? props.stands);
  const [wrong, setWrong] = createSignal<string>();
  const [asked, setAsked] = createSignal<Onward | null>(null);
  const overtaken = () => props.stands !== seen && props.stands !== text();
  let field: HTMLInputElement | HTMLSelectElement | undefined;
  let place!: HTMLDivElement;
  let settled = false;

  const put = (onward: Onward, knowing: boolean) => {
    if (settled) return;
    if (text() === seen && !knowing) return leave(onward);
    if (overtaken() && !knowing) {
      setAsked(onward);
      queueMicrotask(() => place.querySelector<HTMLElement>('[data-part="ways"] button')?.focus());
      return;
    }
    settled = true;
    const refusal = props.onWrite(text(), onward);
    settled = refusal === undefined;
    setWrong(refusal);
  };
  const leave = (onward: Onward = STAY) => {
    settled = true;
    props.onLeave(onward);
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter') put({ rows: event.shiftKey ? -1 : 1, columns: 0 }, false);
    else if (event.key === 'Tab') put({ rows: 0, columns: event.shiftKey ? -1 : 1 }, false);
    else return;
    event.preventDefault();
  };
  onMount(() => {
    field?.focus();
    if (props.begin === null && field instanceof HTMLInputElement) field.select();
  });

  return (
    <div
      ref={(made) => (place = made)}
      data-component="cell-editor"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') leave();
      }}
      onFocusOut={({ relatedTarget }) => {
        // Whoever goes elsewhere has written what stands there.
        if (asked() === null && !place.contains(relatedTarget as Node | null)) put(STAY, false);
      }}
    >
      <Show
        when={props.writing === 'choice'}
        fallback={
          <>
            <input
              ref={(made) => (field = made)}
              type="text"
              inputmode={props.writing === 'number' ? 'numeric' : undefined}
              dir="auto"
              aria-label={props.label}
              aria-invalid={wrong() ? true : undefined}
              autocomplete="off"
              list={props.offers.length > 0 ? listId : undefined}
              value={text()}
              onInput={(event) => {
                setText(event.currentTarget.value);
                setWrong(undefined);
              }}
              onKeyDown={press}
            />
            <datalist id={listId}>
              <For each={props.offers}>{(offer) => <option value={offer} />}</For>
            </datalist>
          </>
        }
      >
        <select
          ref={(made) => (field = made)}
          aria-label={props.label}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={press}
        >
          <For each={props.choices}>
            {(choice) => (
              <option value={choice} selected={choice === text()}>
                {choice}
              </option>
            )}
          </For>
        </select>
      </Show>
      <Show when={wrong() !== undefined || overtaken()}>
        <CellNote anchor={place}>
          <Show when={overtaken()} fallback={<p>{wrong()}</p>}>
            <p>{p('table.overtaken', { now: props.stands || p('table.nothing'), by: props.by ?? p('table.other') })}</p>
            <div data-part="ways">
              <Button size="small" onClick={() => leave()}>
                {p('table.keepTheirs', { text: props.stands || p('table.nothing') })}
              </Button>
              <Button size="small" variant="primary" onClick={() => put(asked() ?? STAY, true)}>
                {p('table.writeMine', { text: text() || p('table.nothing') })}
              </Button>
            </div>
          </Show>
        </CellNote>
      </Show>
    </div>
  );
}
