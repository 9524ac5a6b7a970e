// How long the next speaker may speak: as long as the item is planned for, so many minutes, or without a limit.

import type { MeetingState } from '@rostrum/events';

/** Minutes, `planned`, or `none`. */
export type SpeakingTime = 'planned' | 'none' | number;

/** What can be chosen, in minutes. */
export const MINUTES = [1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60] as const;

/**
 * The limit for a speaker, in seconds; null for none. As planned is the item's planned time for those who present it, and
 * no limit for anyone else.
 */
export function limitFor(
  time: SpeakingTime,
  speakerId: string,
  { agenda }: Pick<MeetingState, 'agenda'>,
): number | null {
  if (time === 'none') return null;
  if (time !== 'planned') return time * 60;
  const item = agenda.open === null ? undefined : agenda.items.get(agenda.open);
  return item?.plannedMinutes && item.presenters.includes(speakerId) ? item.plannedMinutes * 60 : null;
}

/** From the choice in a list. */
export const speakingTimeOf = (value: string): SpeakingTime =>
  value === 'planned' || value === 'none' ? value : Number(value);
