// Fetches a meeting's whole record, event by event as it arrives, and tells how far it has come.

import { problemIn, unreachable, unreadable } from '../../../api/problem.ts';
import type { LiveEvent } from '../../../live/live-fold.ts';
import { prepareFacesFor } from '../../../styles/han.ts';
import { LinesOfJson } from './ndjson.ts';

export type Fetching = {
  readonly meetingId: string;
  readonly signal: AbortSignal;
  /** The events of one piece, in the order of positions, and the bytes so far; pieces may hold no whole event. */
  readonly onPiece: (events: readonly LiveEvent[], bytes: number) => void;
};

/** Where the record of a meeting is. */
export const recordUrl = (meetingId: string): string =>
  `/api/meetings/${encodeURIComponent(meetingId)}/events?streams=all`;

/**
 * Resolves when the whole record has arrived.
 * @throws Problem; the signal's reason where it aborts
 */
export async function fetchRecord({ meetingId, signal, onPiece }: Fetching): Promise<void> {
  const response = await answered(
    fetch(recordUrl(meetingId), { credentials: 'same-origin', cache: 'no-store', signal }),
  );
  if (!response.ok) throw await problemIn(response);
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  const lines = new LinesOfJson<LiveEvent>();
  let bytes = 0;
  for (;;) {
    const { done, value } = await answered(reader.read());
    bytes += value?.byteLength ?? 0;
    const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
    prepareFacesFor(text);
    onPiece(done ? [...read(() => lines.push(text)), ...read(() => lines.end())] : read(() => lines.push(text)), bytes);
    if (done) return;
  }

  /** A connection that fails is out of reach, unless it was ended from here. */
  async function answered<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch {
      signal.throwIfAborted();
      throw unreachable();
    }
  }
}

function read(lines: () => LiveEvent[]): LiveEvent[] {
  try {
    return lines();
  } catch {
    throw unreadable(200);
  }
}
