// Which events say what: found by type and by the id of what they are about, so that each sentence can name its events.

import type { ViewEvent } from '../view.ts';

/** The fields of an event's data that say what it is about. */
const IDS = [
  'itemId',
  'speechId',
  'directiveId',
  'statementId',
  'commendationId',
  'documentId',
  'motionId',
  'attendeeId',
  'delegationId',
  'venueId',
  'recipientId',
  'correctionId',
  'questionId',
  'voterId',
  'sectionId',
] as const;

export class Citations {
  readonly #byType = new Map<string, string[]>();
  readonly #byAbout = new Map<string, string[]>();

  constructor(events: readonly ViewEvent[]) {
    for (const { id, type, data } of events) {
      push(this.#byType, type, id);
      const fields = data as Readonly<Record<string, unknown>>;
      for (const field of IDS) {
        const about = fields[field];
        if (typeof about === 'string') push(this.#byAbout, `${type} ${about}`, id);
      }
    }
  }

  /** Ids of all events of these types, type by type, each in the order of the record. */
  of(...types: readonly string[]): readonly string[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** Ids of the events of these types that are about one thing. */
  about(thing: string, ...types: readonly string[]): readonly string[] {
    return types.flatMap((type) => this.#byAbout.get(`${type} ${thing}`) ?? []);
  }
}

function push(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}
