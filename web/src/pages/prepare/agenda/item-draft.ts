// An agenda item as its form holds it.

import type { AgendaItem, ItemKind } from '@rostrum/events';
import { numberShown, typedLines, typedNumber } from '../form/typed.ts';

export type ItemDraft = {
  readonly kind: ItemKind;
  readonly title: string;
  readonly plannedMinutes: string;
  readonly presenters: readonly string[];
  /** One topic a line. */
  readonly topics: string;
  readonly documents: readonly string[];
};

/** What is said of an item beforehand, as the commands take it. */
export type ItemOutline = {
  kind: ItemKind;
  title: string;
  presenters: string[];
  plannedMinutes: number | null;
  documents: string[];
  topics: string[];
};

export const emptyItem = (kind: ItemKind = 'report'): ItemDraft => ({
  kind,
  title: '',
  plannedMinutes: '',
  presenters: [],
  topics: '',
  documents: [],
});

export const draftOf = ({
  kind,
  title,
  plannedMinutes,
  presenters,
  topics,
  documents,
}: Pick<AgendaItem, keyof ItemOutline>): ItemDraft => ({
  kind,
  title,
  plannedMinutes: numberShown(plannedMinutes),
  presenters,
  topics: topics.join('\n'),
  documents,
});

export const outlineOf = ({ kind, title, plannedMinutes, presenters, topics, documents }: AgendaItem): ItemOutline => ({
  kind,
  title,
  presenters: [...presenters],
  plannedMinutes,
  documents: [...documents],
  topics: [...topics],
});

/** The item that was typed. */
export const itemTyped = (draft: ItemDraft): ItemOutline => ({
  kind: draft.kind,
  title: draft.title.trim(),
  presenters: [...draft.presenters],
  plannedMinutes: typedNumber(draft.plannedMinutes),
  documents: [...draft.documents],
  topics: typedLines(draft.topics),
});
