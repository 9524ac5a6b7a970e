// What the fields of a name are called.

import type { NameDraft } from './name-draft.ts';

export const fieldNames = {
  name: 'name',
  title: 'roster.title',
  unit: 'roster.unit',
  capacity: 'roster.capacity',
  precedence: 'roster.precedence',
  venueId: 'roster.venue',
  expected: 'roster.head-count',
  headId: 'roster.head',
  headName: 'roster.headName',
} as const satisfies Record<keyof NameDraft, string>;
