// The minutes as a structured document: sections with stable ids, made of blocks, made of sentences. Every sentence names
// the events that it says. What it looks like is the renderers' business (`markdown.ts`, `html.ts`).

import type { Instant } from '@rostrum/events';

/** A sentence, and the ids of the events that it says. */
export type Said = { readonly text: string; readonly events: readonly string[] };

/** An entry of a list: `label` stands before it, such as `Directive 2`; `notes` below it. */
export type Entry = { readonly label: string | null; readonly said: Said; readonly notes: readonly Said[] };

export type Block =
  /** Sentences one after another. */
  | { readonly kind: 'paragraph'; readonly sentences: readonly Said[] }
  /** Names of things and what they are. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly said: Said }[] }
  /** Numbered from 1, or not. */
  | { readonly kind: 'list'; readonly numbered: boolean; readonly entries: readonly Entry[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly { readonly cells: readonly string[]; readonly events: readonly string[] }[];
    }
  /** A text exactly as it stands in the record. */
  | { readonly kind: 'quotation'; readonly said: Said };

export type Section = {
  /** Stable: `opening`, `item-<itemId>`, `speech-<speechId>`. What `edit-minutes` names. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  /** Set where the secretary's text stands in place of the computed one. */
  readonly edited: { readonly at: Instant; readonly note: Said } | null;
};

export type MinutesDocument = {
  /** Raised when the same record gives other bytes than before. */
  readonly template: number;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  /** `Draft minutes` until they are adopted; null afterwards. */
  readonly draft: string | null;
  /** What chair and secretary sign. */
  readonly sections: readonly Section[];
  /** Signatures, and what was recorded after the adoption: not part of the text that is signed. */
  readonly after: readonly Section[];
};

/** A sentence with the events that it says. */
export const said = (text: string, events: readonly string[] = []): Said => ({ text, events });

/** Sentences one after another; nothing where there are none. */
export const paragraph = (...sentences: readonly (Said | null)[]): readonly Block[] => {
  const kept = sentences.filter((sentence) => sentence !== null);
  return kept.length === 0 ? [] : [{ kind: 'paragraph', sentences: kept }];
};

/** A list; nothing where it has no entries. */
export const list = (entries: readonly Entry[], numbered = false): readonly Block[] =>
  entries.length === 0 ? [] : [{ kind: 'list', numbered, entries }];

/** An entry of a list. */
export const entry = (said: Said, label: string | null = null, notes: readonly Said[] = []): Entry => ({
  label,
  said,
  notes,
});

/** Names of things and what they are, those left out that are null; nothing where none is left. */
export const facts = (pairs: readonly (readonly [name: string, said: Said | null])[]): readonly Block[] => {
  const kept = pairs.flatMap(([name, about]) => (about === null ? [] : [{ name, said: about }]));
  return kept.length === 0 ? [] : [{ kind: 'facts', facts: kept }];
};

/** A section as it is computed. */
export const section = (
  id: string,
  heading: string,
  blocks: readonly Block[],
  sections: readonly Section[] = [],
): Section => ({ id, heading, blocks, sections, edited: null });
