/**
 * Up to which revision each deleted stream is deleted. The server hides what a deleted stream held from those who read
 * the stream, but shows it to those who read everything, until its next scavenge; so it is hidden here.
 */

import type { RecordedEvent } from '@rostrum/events';
import { STREAM_DELETED } from '../port.ts';
import type { StreamDeleted } from '../port.ts';

export class Deletions {
  readonly #through = new Map<string, number>();

  /** Revision of the last event deleted from a stream; -1 where none is. */
  through(stream: string): number {
    return this.#through.get(stream) ?? -1;
  }

  /** Every deleted stream, with the revision of the last event deleted from it. */
  all(): Iterable<readonly [stream: string, through: number]> {
    return this.#through;
  }

  /** Whether this event is deleted. */
  hide({ stream, revision }: Pick<RecordedEvent, 'stream' | 'revision'>): boolean {
    return revision <= this.through(stream);
  }

  /** Takes a deletion in; gives what it deletes, where that was not known. */
  see(event: Pick<RecordedEvent, 'type' | 'data'>): { readonly stream: string; readonly through: number } | undefined {
    if (event.type !== STREAM_DELETED) return undefined;
    const { stream, through = -1 } = event.data as StreamDeleted['data'];
    if (through <= this.through(stream)) return undefined;
    this.#through.set(stream, through);
    return { stream, through };
  }
}
