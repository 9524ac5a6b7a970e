// How a message of the live stream names the event after which to resume. The position alone would not do: after the record
// was moved to another store, or an older copy of it was put back, another event may stand there.

import type { RecordedEvent } from '@rostrum/events';

export type Mark = {
  readonly position: bigint;
  /** The first digits of the event's id. */
  readonly digits: string;
};

const DIGITS = 8;

/** The name of an event: its position and the first digits of its id. */
export const markOf = ({ position, id }: Pick<RecordedEvent, 'position' | 'id'>): string =>
  `${position}.${id.slice(0, DIGITS)}`;

/** What `markOf` wrote; undefined for anything else. */
export function readMark(text: string): Mark | undefined {
  const [, position, digits] = /^(\d{1,20})\.([0-9a-f]{8})$/.exec(text) ?? [];
  return position === undefined || digits === undefined ? undefined : { position: BigInt(position), digits };
}

/** True for the very event that is named. */
export const isAt = ({ position, id }: Pick<RecordedEvent, 'position' | 'id'>, mark: Mark): boolean =>
  position === mark.position && id.startsWith(mark.digits);
