// What the keys do in the table: where one stands, and what one is about to do there.

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/** What a key asks for while no cell is being written. */
export type Intent =
  | { readonly is: 'go'; readonly rows: number; readonly columns: number; readonly choosing: boolean }
  | { readonly is: 'move'; readonly rows: -1 | 1 }
  | { readonly is: 'write'; readonly text: string | null }
  | { readonly is: 'choose' | 'choose-all' | 'let-go' | 'undo' };

const FAR = Number.MAX_SAFE_INTEGER;

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -FAR],
  End: [0, FAR],
};

/**
 * What is asked for by a key; null where the table leaves it to the browser.
 * @param page how many rows a page has
 */
export function intentOf(pressed: Pressed, page: number): Intent | null {
  const { key, altKey, shiftKey } = pressed;
  const control = pressed.ctrlKey || pressed.metaKey;
  if (pressed.isComposing) return null;
  if (altKey) return key === 'ArrowUp' || key === 'ArrowDown' ? { is: 'move', rows: key === 'ArrowUp' ? -1 : 1 } : null;
  if (control) return withControl(key);
  const step = steps[key] ?? (key === 'PageUp' ? [-page, 0] : key === 'PageDown' ? [page, 0] : undefined);
  if (step) return { is: 'go', rows: step[0]!, columns: step[1]!, choosing: shiftKey && step[0] !== 0 };
  if (key === 'Enter' || key === 'F2') return { is: 'write', text: null };
  if (key === 'Escape') return { is: 'let-go' };
  if (key === ' ') return { is: 'choose' };
  // An input method begins with a key that is no letter yet; what it writes goes into the field.
  if (key === 'Backspace' || key === 'Delete' || key === 'Process') return { is: 'write', text: '' };
  return isOneSign(key) ? { is: 'write', text: key } : null;
}

function withControl(key: string): Intent | null {
  if (key === 'Home') return { is: 'go', rows: -FAR, columns: -FAR, choosing: false };
  if (key === 'End') return { is: 'go', rows: FAR, columns: FAR, choosing: false };
  if (key === 'a') return { is: 'choose-all' };
  return key === 'z' ? { is: 'undo' } : null;
}

/** A place moved on within its bounds. */
export const moved = (place: number, by: number, count: number): number => Math.max(0, Math.min(count - 1, place + by));

/** A key that writes one sign of whatever script; the others have names of several letters. */
const isOneSign = (key: string): boolean => /^.$/su.test(key);
