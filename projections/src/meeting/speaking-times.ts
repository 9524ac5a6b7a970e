// How long each has spoken: by speaker, by item, and by unit with all below it added up. Pauses do not count.

import { nameInRecord, spokenSecondsOf } from '@rostrum/events';
import type { Instant, MeetingState, Speech } from '@rostrum/events';
import type { MeetingView } from './view.ts';

export type SpeakerTime = {
  readonly rosterId: string;
  readonly name: string;
  readonly unit: string;
  readonly speeches: number;
  readonly seconds: number;
};

export type ItemTime = {
  readonly itemId: string;
  readonly title: string;
  readonly speeches: number;
  readonly seconds: number;
};

/** A unit of the tree. */
export type UnitSpeakingTime = {
  /** The whole path, and its last part. */
  readonly unit: string;
  readonly name: string;
  /** Of those who belong to this very unit. */
  readonly ownSeconds: number;
  /** Of the unit and all below it. */
  readonly seconds: number;
  readonly speeches: number;
  readonly below: readonly UnitSpeakingTime[];
};

export type SpeakingTimes = {
  /** The longest first. */
  readonly bySpeaker: readonly SpeakerTime[];
  /** In the order in which the items were taken. */
  readonly byItem: readonly ItemTime[];
  /** The topmost units, the longest first; so are those below each. */
  readonly byUnit: readonly UnitSpeakingTime[];
  readonly seconds: number;
};

/** All speeches, the one under way last. */
export const speechesOf = ({ floor }: MeetingState): readonly Speech[] =>
  floor.speech === null ? floor.finished.values() : [...floor.finished, floor.speech];

type Sum = { speeches: number; seconds: number };

function add(sums: Map<string, Sum>, key: string, seconds: number): void {
  const sum = sums.get(key) ?? { speeches: 0, seconds: 0 };
  sums.set(key, { speeches: sum.speeches + 1, seconds: sum.seconds + seconds });
}

const longestFirst = <T extends { readonly seconds: number; readonly name: string }>(
  times: readonly T[],
): readonly T[] => times.toSorted((a, b) => b.seconds - a.seconds || (a.name < b.name ? -1 : 1));

/** The speaking times until an instant, the speech under way counted in. */
export function speakingTimes({ meeting }: MeetingView, at: Instant): SpeakingTimes {
  const speakers = new Map<string, Sum>();
  const items = new Map<string, Sum>();
  for (const speech of speechesOf(meeting)) {
    const seconds = spokenSecondsOf(speech, at);
    add(speakers, speech.speakerId, seconds);
    add(items, speech.itemId, seconds);
  }
  const { roster, agenda } = meeting;
  const bySpeaker = [...speakers].map(([rosterId, sum]) => ({
    rosterId,
    name: nameInRecord(roster, rosterId),
    unit: (roster.attendees.get(rosterId) ?? roster.delegations.get(rosterId))?.unit ?? '',
    ...sum,
  }));
  return {
    bySpeaker: longestFirst(bySpeaker),
    byItem: agenda.taken.map((itemId) => ({
      itemId,
      title: agenda.items.get(itemId)?.title ?? itemId,
      ...(items.get(itemId) ?? { speeches: 0, seconds: 0 }),
    })),
    byUnit: unitTree(bySpeaker, []),
    seconds: bySpeaker.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** The units right below a path, each with what is below it in turn. */
function unitTree(speakers: readonly SpeakerTime[], above: readonly string[]): readonly UnitSpeakingTime[] {
  const depth = above.length;
  const groups = Map.groupBy(speakers, ({ unit }) => unit.split(' / ')[depth] ?? '');
  const units = [...groups].map(([name, group]): UnitSpeakingTime => {
    const path = [...above, name];
    const own = group.filter(({ unit }) => unit.split(' / ').length === depth + 1);
    const deeper = group.filter(({ unit }) => unit.split(' / ').length > depth + 1);
    return {
      unit: path.join(' / '),
      name,
      ownSeconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
      seconds: group.reduce((sum, { seconds }) => sum + seconds, 0),
      speeches: group.reduce((sum, { speeches }) => sum + speeches, 0),
      below: unitTree(deeper, path),
    };
  });
  return longestFirst(units);
}
