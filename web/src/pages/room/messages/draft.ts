// What is being written and has not been sent. The room keeps it, so it outlives a look at the agenda and a lost connection.

export type Draft = {
  readonly kind: 'message' | 'question';
  readonly text: string;
  /** The item a question is about; undefined: the meeting as a whole. */
  readonly itemId: string | undefined;
};

export const emptyDraft: Draft = { kind: 'message', text: '', itemId: undefined };
