// The points of a speech while the secretary writes them. What somebody else writes meanwhile is taken over as long as
// nothing here is unsaved; then what stands here goes.

/** The points as they stand in the record, with an empty one at the end to go on writing. */
export const draftOf = (points: readonly string[]): readonly string[] => [...points, ''];

/** What is saved: what has words in it. */
export const writtenIn = (draft: readonly string[]): string[] =>
  draft.map((point) => point.trim()).filter((point) => point !== '');

/** True where saving would change the record. */
export function isUnsaved(draft: readonly string[], points: readonly string[]): boolean {
  const written = writtenIn(draft);
  return written.length !== points.length || written.some((point, place) => point !== points[place]);
}

/** The draft with one point changed; the last one is always empty. */
export function withPoint(draft: readonly string[], place: number, text: string): readonly string[] {
  const changed = draft.map((point, at) => (at === place ? text : point));
  return changed.at(-1) === '' ? changed : [...changed, ''];
}

/** The draft with room for a point after one; where the next is empty already, as it is. */
export const withRoomAfter = (draft: readonly string[], place: number): readonly string[] =>
  draft[place + 1] === '' ? draft : draft.toSpliced(place + 1, 0, '');

/** A list's own marks before what it says: `1. `, `2) `, `（三）`, `- `, `• `. */
const MARK = /^\s*(?:[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[.)．）、](?![0-9])|[-–•*·])\s*/u;

/** What is pasted, line by line: each line a point of its own. */
export const linesOf = (pasted: string): readonly string[] =>
  pasted
    .split(/\r?\n/)
    .map((line) => line.replace(MARK, '').trim())
    .filter((line) => line !== '');

/** The draft with lines set in place of what is marked in one point: the first into it, the others after it. */
export function withPasted(
  draft: readonly string[],
  place: number,
  lines: readonly string[],
  marked: { readonly from: number; readonly to: number },
): readonly string[] {
  const point = draft[place] ?? '';
  const [first = '', ...others] = lines;
  const head = point.slice(0, marked.from) + first;
  const set = [head, ...others];
  set[set.length - 1] += point.slice(marked.to);
  const changed = draft.toSpliced(place, 1, ...set);
  return changed.at(-1) === '' ? changed : [...changed, ''];
}

/** The draft with a point moved up or down by one place, the empty one staying last. */
export function withMoved(draft: readonly string[], place: number, by: -1 | 1): readonly string[] {
  const target = place + by;
  if (target < 0 || target >= draft.length - 1 || place >= draft.length - 1) return draft;
  const moved = draft.toSpliced(place, 1);
  return moved.toSpliced(target, 0, draft[place]!);
}
