// The Idempotency-Key of a form, whose content may be corrected between two attempts.

import { newKey } from './key.ts';

/**
 * A key stands for one content: whoever corrects a form after an attempt without an answer asks for something else, and
 * gets another key for it; the same content again has the same key.
 */
export function createKeyed(
  perform: (key: string, content: string) => Promise<void>,
): (key: string, content: string) => Promise<void> {
  let of = '';
  const keys = new Map<string, string>();
  return (key, content) => {
    if (of !== key) keys.clear();
    of = key;
    const own = keys.get(content) ?? (keys.size === 0 ? key : newKey());
    keys.set(content, own);
    return perform(own, content);
  };
}
