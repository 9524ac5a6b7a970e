// What a benchmark says: our figure beside its reference from the same run, their ratio, and the bar it is held against.
// No figure decides over a test; machines differ, ratios less so.

export type Row = {
  readonly name: string;
  readonly reference: string;
  /** Of both figures: `commands/s`, `ms`, `KiB`. */
  readonly unit: string;
  readonly ours: number;
  /** The reference's figure; null where the bar is a figure of its own. */
  readonly theirs: number | null;
  /** Ours ÷ theirs; null where there is no reference. */
  readonly ratio: number | null;
  /** What the ratio, or our figure where there is none, is held against. */
  readonly bar: number;
  readonly direction: 'at least' | 'at most';
};

/** A row from its two figures. */
export function rowOf(row: Omit<Row, 'ratio'>): Row {
  return { ...row, ratio: row.theirs === null ? null : row.ours / row.theirs };
}

/** True where the row meets its bar. */
export function meetsBar({ ours, ratio, bar, direction }: Row): boolean {
  const value = ratio ?? ours;
  return direction === 'at least' ? value >= bar : value <= bar;
}

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3) / 3;

/** Does it again and again; gives how many a second it did. */
export async function perSecond(work: () => Promise<number> | number): Promise<number> {
  const start = performance.now();
  let done = 0;
  let elapsed = 0;
  while (elapsed < SECONDS * 1000) {
    done += await work();
    elapsed = performance.now() - start;
  }
  return (done / elapsed) * 1000;
}

/** The middle one of some figures. */
export const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;

/** The figure below which a share of all lie: `quantile(times, 0.99)`. */
export const quantile = (figures: readonly number[], share: number): number =>
  figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.ceil(figures.length * share) - 1)]!;

/**
 * Runs ours and theirs in turn, so that a machine that slows down slows both, and gives the median of each.
 * @param times how often each
 */
export async function alternate(
  times: number,
  ours: () => Promise<number> | number,
  theirs: () => Promise<number> | number,
): Promise<{ readonly ours: number; readonly theirs: number }> {
  const figures = { ours: [] as number[], theirs: [] as number[] };
  for (let turn = 0; turn < times; turn += 1) {
    figures.ours.push(await ours());
    figures.theirs.push(await theirs());
  }
  return { ours: median(figures.ours), theirs: median(figures.theirs) };
}
