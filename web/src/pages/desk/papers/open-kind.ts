// What kind of item is open: the papers that belong to it lie on top.

import type { ItemKind, MeetingState } from '@rostrum/events';

/** The kind of the open item; undefined where none is open. */
export const openKind = ({ agenda }: Pick<MeetingState, 'agenda'>): ItemKind | undefined =>
  agenda.open === null ? undefined : agenda.items.get(agenda.open)?.kind;
