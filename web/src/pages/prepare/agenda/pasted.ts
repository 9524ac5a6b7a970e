// An agenda that is written somewhere else, a mail or a sheet: one item a line, with its minutes and its kind where the line
// says them.

import type { ItemKind } from '@rostrum/events';
import { kindOf } from './kind-of.ts';

export type PastedItem = { readonly title: string; readonly kind: ItemKind; readonly plannedMinutes: number | null };

/** `- `, `3. `, `(4) `, `五、`: what counts the line, not what it says. */
const MARKER = /^(?:[-*•·–—▪◦]\s+|[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[.．](?!\d)|[)）、])\s*)/u;

/** `09:00–09:05`, with what stands between it and the title. */
const SPAN = /^(\d{1,2})[:：](\d{2})\s*[-–—~～至到]\s*(\d{1,2})[:：](\d{2})[\s,，;；:：]*/u;

/** `20 min`, `（20分钟）`, at the end of the line. */
const MINUTES = /[\s,，;；:：–—-]*[（(]?\s*(\d{1,4})\s*(?:minutes?|mins?\.?|分钟|分|['′])\s*[)）]?\s*$/iu;

const inRange = (minutes: number): number | null => (minutes >= 1 && minutes <= 1440 ? minutes : null);

/** Minutes from one time of day to another, over midnight where that is earlier. */
const minutesBetween = (from: number, to: number): number => (to - from + 1440) % 1440;

/** The items of a pasted text, in its order; lines that say nothing are none. */
export const pastedItems = (text: string): readonly PastedItem[] =>
  text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((line) => itemIn(line) ?? []);

function itemIn(line: string): PastedItem | undefined {
  const cells = line.split('\t').map((cell) => cell.trim());
  const figures = cells.filter((cell) => /^\d{1,4}$/.test(cell));
  const words = cells.filter((cell) => cell !== '' && !/^\d+[.．)）、]?$/.test(cell)).join(' ');
  let rest = words.replace(MARKER, '').trim();
  let minutes = figures.length > 0 && cells.length > 1 ? inRange(Number(figures.at(-1))) : null;

  const span = SPAN.exec(rest);
  if (span) {
    const [fromHour, from, toHour, to] = span.slice(1).map(Number) as [number, number, number, number];
    minutes ??= inRange(minutesBetween(fromHour * 60 + from, toHour * 60 + to));
    rest = rest.slice(span[0].length).trim();
  }
  const said = MINUTES.exec(rest);
  if (said && said.index > 0) {
    minutes ??= inRange(Number(said[1]));
    rest = rest.slice(0, said.index).trim();
  }
  return rest === '' ? undefined : { title: rest, kind: kindOf(rest), plannedMinutes: minutes };
}
