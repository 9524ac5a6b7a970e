// Single keys that do what a button on the page does. They are silent while somebody types, chooses in a list or answers a
// dialog, and whoever does not want them switches them off (WCAG 2.2, success criterion 2.1.4).

import { createContext, createSignal, onCleanup, onMount, useContext } from 'solid-js';
import type { Accessor, JSX } from 'solid-js';
import { remember, remembered } from '../memory.ts';

/** What a key does, and what it is called in the list of keys. */
export type KeyBinding = { readonly label: () => string; readonly press: () => void };

export type Keys = {
  /** Binds a key until what it gives is called. The latest binding of a key counts. */
  readonly bind: (key: string, binding: KeyBinding) => () => void;
  /** The bound keys in the order of their first binding. */
  readonly bound: Accessor<readonly (readonly [key: string, binding: KeyBinding])[]>;
  readonly on: Accessor<boolean>;
  readonly setOn: (on: boolean) => void;
};

const KeysContext = createContext<Keys>();

/** The keys of the page; undefined where the page has none. */
export const useKeys = (): Keys | undefined => useContext(KeysContext);

/**
 * The key that was pressed, as it is bound: `e`, `enter`, `?`. On a keyboard without Latin letters, and while an input
 * method is at work, it is the letter of that place on a Latin keyboard.
 */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (/^[\u0021-\u007E]$/.test(event.key) || (event.key.length > 1 && event.key !== 'Process'))
    return event.key.toLowerCase();
  return /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? event.key.toLowerCase();
}

/** Where typing belongs to what has the focus. */
const TYPING = 'input, textarea, select, [contenteditable], [role="combobox"], [role="menu"], [role="listbox"]';
/** What Enter and the space bar press already. */
const PRESSED = 'a, button, summary, [role="button"]';

/** True where the key belongs to what has the focus, or comes with a modifier that means something else. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING)) return true;
  if (document.querySelector('[data-component="dialog"], [data-component="menu"]')) return true;
  return (event.key === 'Enter' || event.key === ' ') && target?.closest(PRESSED) !== null;
}

/** Listens for the keys that are bound below, while it is shown. */
export function KeysProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const [bound, setBound] = createSignal<readonly (readonly [string, KeyBinding])[]>([]);
  const [on, setOn] = createSignal(remembered('keys') !== 'off');

  const listen = (event: KeyboardEvent) => {
    if (!on() || isTaken(event)) return;
    const key = keyOf(event);
    const found = bound().findLast(([of]) => of === key);
    if (!found) return;
    event.preventDefault();
    found[1].press();
  };
  onMount(() => document.addEventListener('keydown', listen));
  onCleanup(() => document.removeEventListener('keydown', listen));

  const keys: Keys = {
    bound,
    on,
    setOn: (next) => {
      setOn(next);
      remember('keys', next ? null : 'off');
    },
    bind: (key, binding) => {
      const entry = [key, binding] as const;
      setBound((before) => [...before, entry]);
      return () => void setBound((before) => before.filter((other) => other !== entry));
    },
  };
  return <KeysContext.Provider value={keys}>{props.children}</KeysContext.Provider>;
}

const shown: Readonly<Record<string, string>> = { enter: '⏎', backspace: '⌫', escape: 'Esc' };

/** How a key is written on a button. */
export const keyCap = (key: string): string => shown[key] ?? key.toUpperCase();
