// How far a directive has been carried out, as it is typed.

/** The whole number from 0 to 100 that was typed; null where nothing was; undefined where it is something else. */
export function percentTyped(text: string): number | null | undefined {
  const typed = text.trim().replace(/\s*[%％]$/, '');
  if (typed === '') return null;
  const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
  return value <= 100 ? value : undefined;
}
