// What people wrote in an event, to be searched: texts, titles, names, points; not what machines wrote, such as ids and times.

/** Members that hold ids, instants and digests. */
const MACHINES = /(?:Id|Ids|At|sha256|digest)$|^(?:at|id)$/;

/** All texts of an event's data, one after the other. */
export function writtenIn(data: unknown): string {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) for (const one of value) collect(one);
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) if (!MACHINES.test(key)) collect(member);
  };
  collect(data);
  return texts.join(' · ');
}

/** Letters before and after what was found. */
const AROUND = 40;

/**
 * The piece of a text around the first of some words that stands in it; empty where none does.
 * @param words as they were typed, parted by spaces
 */
export function excerptAround(text: string, words: string): string {
  const lower = text.toLowerCase();
  // Where lower case takes another length, places would not fit.
  if (lower.length !== text.length) return '';
  const places = words
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => (word !== '' && lower.includes(word) ? [{ at: lower.indexOf(word), to: word.length }] : []));
  const first = places.toSorted((a, b) => a.at - b.at)[0];
  if (first === undefined) return '';
  const [from, to] = [Math.max(0, first.at - AROUND), Math.min(text.length, first.at + first.to + AROUND)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).toWellFormed()}${to < text.length ? '…' : ''}`;
}
