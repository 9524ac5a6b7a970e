// Which of many options are meant by what was typed: every word must occur; what begins with it comes first.

type Searchable = { readonly label: string; readonly note?: string | undefined; readonly words?: string };

/** Letters without their marks, in small: `Müller` is found by `mull`. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** 0: the label begins with it; 1: a word of the label does; 2: it is in the label; 3: elsewhere; undefined: nowhere. */
function rank(
  { label, note = '', words = '' }: Searchable,
  typed: string,
  parts: readonly string[],
): number | undefined {
  const name = plain(label);
  const all = `${name} ${plain(note)} ${plain(words)}`;
  if (!parts.every((part) => all.includes(part))) return undefined;
  if (name.startsWith(typed)) return 0;
  if (name.includes(` ${typed}`)) return 1;
  return name.includes(typed) ? 2 : 3;
}

/**
 * The options that match, the closest first and otherwise in their order.
 * @param limit how many at most
 */
export function find<Option extends Searchable>(
  options: readonly Option[],
  typed: string,
  limit: number,
): readonly Option[] {
  const wanted = plain(typed.trim());
  if (wanted === '') return options.slice(0, limit);
  const parts = wanted.split(/\s+/);
  return options
    .flatMap((option) => {
      const found = rank(option, wanted, parts);
      return found === undefined ? [] : [{ option, found }];
    })
    .toSorted((a, b) => a.found - b.found)
    .slice(0, limit)
    .map(({ option }) => option);
}
