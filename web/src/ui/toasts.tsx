// Short notes of what has just been done, in one corner, read out politely. They go by themselves; what failed is not
// told here but where it was done.

import { createContext, createSignal, For, onCleanup, useContext } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../i18n/language.tsx';
import './toasts.css';

type Toast = { readonly id: number; readonly text: string };

/** Milliseconds that a note stays: long enough to be read twice. */
const STAYS = 6000;

const ToastContext = createContext<(text: string) => void>();

/** Gives what shows a note. */
export function useToast(): (text: string) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast is called outside of ToastProvider.');
  return show;
}

export function ToastProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const { t } = useWords();
  const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let last = 0;
  onCleanup(() => timers.forEach(clearTimeout));

  const dismiss = (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id));
  const show = (text: string) => {
    const id = ++last;
    setToasts((shown) => [...shown.slice(-2), { id, text }]);
    const timer = setTimeout(() => {
      timers.delete(timer);
      dismiss(id);
    }, STAYS);
    timers.add(timer);
  };

  return (
    <ToastContext.Provider value={show}>
      {props.children}
      <div data-component="toasts" role="status" aria-live="polite">
        <For each={toasts()}>
          {(toast) => (
            <div data-part="toast">
              <span>{toast.text}</span>
              <button type="button" aria-label={t('toast.dismiss')} onClick={() => dismiss(toast.id)}>
                ×
              </button>
            </div>
          )}
        </For>
      </div>
    </ToastContext.Provider>
  );
}
