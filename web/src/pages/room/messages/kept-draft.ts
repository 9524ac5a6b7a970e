// What is being written is kept on the device as well, so that a reload, a crash or a lost session takes nothing of it. It is
// kept for as long as the room stands, whichever part of it is on the screen.

import { runWithOwner } from 'solid-js';
import { createKept } from '../../../drafts/kept.ts';
import type { Kept } from '../../../drafts/kept.ts';
import { useRoom } from '../use-room.tsx';
import type { Room } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { emptyDraft } from './draft.ts';
import type { Draft } from './draft.ts';

/** The draft as JSON holds it. */
type Written = { readonly kind: Draft['kind']; readonly text: string; readonly itemId: string | null };

const written = ({ kind, text, itemId }: Draft): Written => ({ kind, text, itemId: itemId ?? null });

const keptIn = new WeakMap<Room, Kept>();

/** The keeping of the room's draft, begun when somebody first comes to write. */
export function useKeptDraft(): Kept {
  const room = useRoom();
  const { r } = useRoomWords();
  const known = keptIn.get(room);
  if (known) return known;
  const [draft, setDraft] = room.draft;
  const kept = runWithOwner(room.owner, () =>
    createKept<Written>({
      place: `meetings/${room.live.meetingId}/room/message`,
      label: () => r(`messages.kind.${draft().kind}`),
      // A kind that was chosen and nothing written under it is nothing to come back for.
      value: () => written(draft().text.trim() === '' ? emptyDraft : draft()),
      restore: ({ kind, text, itemId }) =>
        setDraft({ kind: kind === 'question' ? kind : 'message', text, itemId: itemId ?? undefined }),
    }),
  )!;
  keptIn.set(room, kept);
  return kept;
}
