// A file that is to be tabled: what the record says of it, and whether it can be taken at all.

import { isOtherThanItSays, LOOKED_AT } from './content.ts';

/** The most that the server takes for one file. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** Why a file cannot be tabled. */
export type Fault = 'empty' | 'too-large' | 'other-content';

/** What is wrong with the size of a file; null where nothing is. */
export function faultOf({ size }: Pick<File, 'size'>): 'empty' | 'too-large' | null {
  if (size === 0) return 'empty';
  return size > MAX_FILE_BYTES ? 'too-large' : null;
}

/** What is wrong with a file, its first bytes looked at too; null where nothing is. */
export async function faultWithin(file: File): Promise<Fault | null> {
  const fault = faultOf(file);
  if (fault !== null) return fault;
  const bytes = new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer());
  return isOtherThanItSays(file.name, bytes) ? 'other-content' : null;
}

/** The media type as the record takes it, without parameters; unknown ones are bytes. */
export function mediaTypeOf({ type }: Pick<File, 'type'>): string {
  const bare = type.split(';')[0]!.trim().toLowerCase();
  return /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/.test(bare) ? bare : 'application/octet-stream';
}

/** A title to begin with: the file's name without its ending, with spaces for underscores. */
export const titleOf = (fileName: string): string =>
  fileName
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replaceAll(/_+/g, ' ')
    .trim();

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * The title once a file is chosen: the file's own, unless another was typed.
 * @param before the file that was chosen until now
 */
export const titleWith = (fileName: string, title: string, before?: string): string =>
  title.trim() === '' || (before !== undefined && title === titleOf(before)) ? titleOf(fileName) : title;

/** A size as people read it: `482 kB`, in decimal multiples. */
export function sizeText(bytes: number, locale: string): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power]!,
    unitDisplay: 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** power);
}
