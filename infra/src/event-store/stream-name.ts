/** Which names a stream may have: what every store takes, and what sorts alike in all of them. */

const NAME = /^[\x21-\x23\x25-\x7e][\x21-\x7e]{0,199}$/;
const PREFIX = /^[\x21-\x7e]{1,200}$/;

/** Whether a stream may have this name. */
export const isStreamName = (name: string): boolean => NAME.test(name);

/**
 * Refuses a name that no stream may have. The names that begin with `$` belong to the store.
 * @throws RangeError
 */
export function checkStreamName(name: string): void {
  if (isStreamName(name)) return;
  throw new RangeError(
    `A stream's name has 1 to 200 printable ASCII characters without spaces and does not begin with $: ${JSON.stringify(name)}`,
  );
}

/**
 * Refuses what no stream's name can begin with.
 * @throws RangeError
 */
export function checkPrefix(prefix: string): void {
  if (PREFIX.test(prefix)) return;
  throw new RangeError(
    `A stream's prefix has 1 to 200 printable ASCII characters without spaces: ${JSON.stringify(prefix)}`,
  );
}
