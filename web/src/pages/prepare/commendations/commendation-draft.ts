// A commendation as its form holds it.

import type { Commendation, CommendationCategory } from '@rostrum/events';
import { typedText } from '../form/typed.ts';

export type RecipientDraft = {
  readonly name: string;
  readonly unit: string;
  /** Where the recipient is on the roster. */
  readonly rosterId: string | null;
};

export type CommendationDraft = {
  readonly award: string;
  readonly programme: string;
  readonly period: string;
  readonly category: CommendationCategory;
  readonly rank: string;
  readonly citation: string;
  readonly recipients: readonly RecipientDraft[];
};

/** What is said of a commendation, as the commands take it. */
export type CommendationEntry = {
  award: string;
  programme: string | null;
  period: string | null;
  category: CommendationCategory;
  rank: string | null;
  citation: string | null;
  recipients: { name: string; unit: string | null; rosterId: string | null }[];
};

export const emptyCommendation = (): CommendationDraft => ({
  award: '',
  programme: '',
  period: '',
  category: 'collective',
  rank: '',
  citation: '',
  recipients: [],
});

export const emptyRecipient = (): RecipientDraft => ({ name: '', unit: '', rosterId: null });

export const draftOf = (commendation: Pick<Commendation, keyof CommendationEntry>): CommendationDraft => ({
  award: commendation.award,
  programme: commendation.programme ?? '',
  period: commendation.period ?? '',
  category: commendation.category,
  rank: commendation.rank ?? '',
  citation: commendation.citation ?? '',
  recipients: commendation.recipients.map(({ name, unit, rosterId }) => ({ name, unit: unit ?? '', rosterId })),
});

export const entryOf = ({
  award,
  programme,
  period,
  category,
  rank,
  citation,
  recipients,
}: Commendation): CommendationEntry => ({
  award,
  programme,
  period,
  category,
  rank,
  citation,
  recipients: recipients.map(({ name, unit, rosterId }) => ({ name, unit, rosterId })),
});

/** The commendation that was typed. A recipient's row that was left empty is none. */
export const commendationTyped = (draft: CommendationDraft): CommendationEntry => ({
  award: draft.award.trim(),
  programme: typedText(draft.programme),
  period: typedText(draft.period),
  category: draft.category,
  rank: typedText(draft.rank),
  citation: typedText(draft.citation),
  recipients: draft.recipients
    .filter(({ name, unit }) => name.trim() !== '' || unit.trim() !== '')
    .map(({ name, unit, rosterId }) => ({ name: name.trim(), unit: typedText(unit), rosterId })),
});
