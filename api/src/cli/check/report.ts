// What a check has found, for people and for machines.

import { counted, inWords } from '../progress.ts';

export type FaultKind =
  | 'store'
  | 'order'
  | 'unknown-type'
  | 'newer-shape'
  | 'damaged'
  | 'doubled-id'
  | 'document-missing'
  | 'document-damaged';

export type Fault = {
  readonly kind: FaultKind;
  readonly sentence: string;
  readonly stream?: string;
  readonly revision?: number;
};

/** Faults that are kept and told; the others are only counted. */
const TOLD = 1000;
/** Faults of a kind that people are shown. */
const SHOWN = 20;

const KINDS: Readonly<Record<FaultKind, string>> = {
  store: 'The store itself',
  order: 'Order: revisions that are missing or doubled',
  'unknown-type': 'Types that this version does not know',
  'newer-shape': 'Shapes that are newer than this version',
  damaged: 'Damaged events',
  'doubled-id': 'Ids that stand twice',
  'document-missing': 'Documents without their file',
  'document-damaged': 'Documents whose file has another digest',
};

export class Report {
  readonly store: string;
  events = 0;
  /** Streams of each family. */
  readonly streams = new Map<string, number>();
  deletions = 0;
  /** Entries that are not ours, and the streams of no family that is known. */
  foreign = { events: 0, streams: 0 };
  /** Files that the record names; undefined where they were not looked at. */
  documents: { files: number } | undefined;
  readonly faults: Fault[] = [];
  readonly counts: Partial<Record<FaultKind, number>> = {};

  constructor(store: string) {
    this.store = store;
  }

  add(fault: Fault): void {
    this.counts[fault.kind] = (this.counts[fault.kind] ?? 0) + 1;
    if (this.faults.length < TOLD) this.faults.push(fault);
  }

  get faultCount(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  /** For machines. */
  toJSON(): object {
    const { store, events, deletions, foreign, documents, faults, counts, faultCount } = this;
    const streams = Object.fromEntries(this.streams);
    return { store, events, streams, deletions, foreign, documents: documents ?? null, faultCount, counts, faults };
  }

  /** For people, a line each. */
  lines(): string[] {
    const streams = [...this.streams].map(([family, count]) => `${inWords(count)} ${family}`).join(', ');
    const { events, deletions, foreign, documents } = this;
    return [
      `${this.store}: ${counted(events, 'event')}${streams && `; streams: ${streams}`}${deletions > 0 ? `; ${counted(deletions, 'deletion')}` : ''}.`,
      ...(foreign.events > 0
        ? [`Not of Rostrum, passed over: ${counted(foreign.events, 'event')} in ${counted(foreign.streams, 'stream')}.`]
        : []),
      documents === undefined
        ? 'The documents’ files were not looked at. Name where they are with --files.'
        : `Files of documents named in the record: ${inWords(documents.files)}.`,
      ...this.#faultLines(),
    ];
  }

  #faultLines(): string[] {
    if (this.faultCount === 0) return ['No faults.'];
    const kinds = Object.entries(this.counts) as [FaultKind, number][];
    return [
      `${counted(this.faultCount, 'fault')}.`,
      ...kinds.flatMap(([kind, count]) => {
        const shown = this.faults.filter((fault) => fault.kind === kind).slice(0, SHOWN);
        const rest = count - shown.length;
        return [
          `${KINDS[kind]}: ${inWords(count)}`,
          ...shown.map(({ sentence }) => `  ${sentence}`),
          ...(rest > 0 ? [`  … and ${inWords(rest)} more`] : []),
        ];
      }),
    ];
  }
}
