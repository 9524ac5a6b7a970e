// A text field that narrows a list: type a few letters of a name, choose with the arrow keys, Enter or a press. The pattern
// is the combobox with a list of the ARIA Authoring Practices, the list standing open below the field where `open` is set.

import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show, splitProps } from 'solid-js';
import type { ComponentProps, JSX } from 'solid-js';
import { find } from './find.ts';
import './finder.css';

export type Findable = {
  readonly value: string;
  readonly label: string;
  /** Beside the label, quieter: a unit, a state. It is searched too. */
  readonly note?: string | undefined;
  /** Other words by which it is found, and that are not shown. */
  readonly words?: string;
  /** Heads the options that follow it, in lists that are given in groups. */
  readonly group?: string;
};

export type FinderProps<Option extends Findable> = Omit<ComponentProps<'input'>, 'value' | 'onInput' | 'onSelect'> & {
  readonly options: readonly Option[];
  readonly onSelect: (option: Option) => void;
  /** What is in the field before anything is typed: the label of what is chosen. */
  readonly shown?: string;
  /** Stands open all the time, as in a palette; otherwise only while the field has the focus. */
  readonly open?: boolean;
  readonly empty: string;
  /** Options shown at once; the rest is found by typing. */
  readonly limit?: number;
  /** An option as it is drawn; its label and note where this is not given. */
  readonly draw?: (option: Option) => JSX.Element;
};

export function Finder<Option extends Findable>(props: FinderProps<Option>): JSX.Element {
  const [own, rest] = splitProps(props, ['options', 'onSelect', 'shown', 'open', 'empty', 'limit', 'draw']);
  const id = createUniqueId();
  const [typed, setTyped] = createSignal<string | null>(null);
  const [here, setHere] = createSignal(false);
  const [place, setPlace] = createSignal(0);
  let list: HTMLUListElement | undefined;

  const found = createMemo(() => find(own.options, typed() ?? '', own.limit ?? 50));
  const open = () => own.open || here();
  const optionId = (at: number) => `${id}-${at}`;
  const groupAt = (at: number) => {
    const group = found()[at]?.group;
    return group !== undefined && group !== found()[at - 1]?.group ? group : undefined;
  };

  createEffect(on(found, () => setPlace(0), { defer: true }));
  createEffect(() => {
    const at = place();
    if (open()) list?.querySelector(`[id="${optionId(at)}"]`)?.scrollIntoView({ block: 'nearest' });
  });

  const choose = (option: Option | undefined) => {
    if (!option) return;
    setTyped(null);
    setHere(false);
    own.onSelect(option);
  };
  const move = (by: number) => {
    const many = found().length;
    setHere(true);
    if (many > 0) setPlace((at) => (at + by + many) % many);
  };
  const steps: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(found()[place()]),
    Escape: (event) => {
      if (own.open || !here()) return;
      event.stopPropagation();
      setTyped(null);
      setHere(false);
    },
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = steps[event.key];
    if (!step || (event.key === 'Enter' && !open())) return;
    if (event.key !== 'Escape') event.preventDefault();
    step(event);
  };

  return (
    <div data-component="finder" data-open={own.open ? 'always' : undefined}>
      <input
        {...rest}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        data-component="control"
        aria-expanded={open()}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open() && found().length > 0 ? optionId(place()) : undefined}
        value={typed() ?? own.shown ?? ''}
        onFocus={(event) => {
          if (!own.open) event.currentTarget.select();
        }}
        onClick={() => setHere(true)}
        onBlur={() => {
          setHere(false);
          setTyped(null);
        }}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setHere(true);
        }}
        onKeyDown={press}
      />
      <Show when={open()}>
        {/* Pressing inside the list must not take the focus from the field. */}
        <ul
          ref={(made) => (list = made)}
          role="listbox"
          id={`${id}-list`}
          aria-label={rest['aria-label']}
          onMouseDown={(event) => event.preventDefault()}
        >
          <For each={found()} fallback={<li data-part="empty">{own.empty}</li>}>
            {(option, at) => (
              <>
                <Show when={groupAt(at())}>
                  {(group) => (
                    <li role="presentation" data-part="group">
                      {group()}
                    </li>
                  )}
                </Show>
                <li
                  role="option"
                  id={optionId(at())}
                  aria-selected={at() === place()}
                  onPointerMove={() => setPlace(at())}
                  onClick={() => choose(option)}
                >
                  <Show when={own.draw} fallback={<Option option={option} />}>
                    {(draw) => draw()(option)}
                  </Show>
                </li>
              </>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}

function Option(props: { readonly option: Findable }): JSX.Element {
  return (
    <>
      <span data-part="label">{props.option.label}</span>
      <Show when={props.option.note}>
        <span data-part="note">{props.option.note}</span>
      </Show>
    </>
  );
}
