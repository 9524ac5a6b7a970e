// Handing out links, personal ones and those of screens and stewards: issued once with their tokens in the answer, listed
// ever after without them, revoked.

import { hkdfSync } from 'node:crypto';
import { isOfficer, linkAt, nameInRecord, streams } from '@rostrum/events';
import type { Actor, Attendee, DoorState, Instant, MeetingState, Station } from '@rostrum/events';
import type { Clock } from '@rostrum/infra';
import type { CommandDesk } from '../commands/desk.ts';
import { eventId } from '../commands/event-id.ts';
import { isRefused } from '../commands/receipt.ts';
import type { Outcome, Receipt } from '../commands/receipt.ts';
import { Problem, problemOfRejection } from '../http/problem.ts';
import { audienceOf } from '../live/audience.ts';
import type { Feed } from '../live/feed.ts';
import type { MeetingDoors } from './meeting-doors.ts';
import { linkUrl } from './personal-link.ts';
import { digestOf, tokenOf } from './token.ts';

/** Who asks, and by which request. */
export type Asking = {
  readonly actor: Actor;
  /** UUID of what is asked: asked again it gives the same links. */
  readonly key: string;
  readonly correlationId: string;
};

export type Wanted = {
  /** Undefined: everyone on the roster who has no link that opens the door now. */
  readonly attendeeIds?: readonly string[] | undefined;
  readonly expiresAt?: Instant | undefined;
};

export type IssuedLink = {
  readonly attendeeId: string;
  readonly name: string;
  readonly url: string;
  readonly linkId: string;
  readonly expiresAt: Instant;
};

export type ListedLink = {
  readonly linkId: string;
  readonly attendeeId: string;
  readonly name: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly revoked: { readonly reason: string | null; readonly at: Instant } | null;
};

export type WantedStation = {
  readonly station: Station['kind'];
  readonly name: string;
  readonly venueId: string | null;
  readonly expiresAt?: Instant | undefined;
};

/** A link of a screen or a steward, as it is known ever after. */
export type ListedStation = Omit<ListedLink, 'attendeeId'> & Pick<WantedStation, 'station' | 'venueId'>;

/** The same in the answer that issued it: the only time its address is told. */
export type IssuedStation = Omit<ListedStation, 'issuedAt' | 'revoked'> & { readonly url: string };

export type LinksOptions = {
  readonly commands: CommandDesk;
  readonly doors: MeetingDoors;
  readonly feed: Feed;
  readonly clock: Clock;
  readonly publicUrl: () => string;
  readonly secret: Uint8Array;
};

/** Days after the planned end of the meeting (or from now, where it is past) until which a link opens the door. */
const DAYS_AFTERWARDS = 30;
/** The same for screens and stewards, who have nothing to do there once the meeting is over. */
const STATION_DAYS_AFTERWARDS = 2;
/** Milliseconds that an answer waits until what it tells of is known here. */
const REACH_MS = 2000;

export class Links {
  readonly #options: LinksOptions;
  readonly #tokenKey: Uint8Array;

  constructor(options: LinksOptions) {
    this.#options = options;
    this.#tokenKey = new Uint8Array(hkdfSync('sha256', options.secret, '', 'rostrum personal links', 32));
  }

  /**
   * Issues links to attendees; the earlier links of each open the door no more.
   * @throws Problem 403, 404 for an unknown meeting or attendee, 422 for an expiry in the past; StoreUnavailable
   */
  async issue(meetingId: string, { attendeeIds, expiresAt }: Wanted, asking: Asking): Promise<readonly IssuedLink[]> {
    const { doors, publicUrl } = this.#options;
    const meeting = await this.#meetingOfOfficer(meetingId, asking.actor);
    const { state: door } = await doors.of(meetingId);
    const until = expiresAt ?? this.#usualExpiry(meeting, DAYS_AFTERWARDS);
    const linkIdOf = (attendeeId: string) => eventId(asking.key, `door-${meetingId}/${attendeeId}`, 0);
    const given = attendeeIds === undefined ? this.#without(door, meeting, linkIdOf) : named(meeting, attendeeIds);

    return this.#whenSeen(
      given.map(async ({ attendeeId, name }) => {
        const linkId = linkIdOf(attendeeId);
        const token = tokenOf(
          this.#tokenKey,
          `${asking.key} ${asking.actor.kind} ${asking.actor.id} ${meetingId} ${attendeeId}`,
        );
        const link = { attendeeId, name, linkId, url: linkUrl(publicUrl(), { meetingId, token }) };
        const known = door.links.get(linkId);
        if (known?.tokenHash === digestOf(token))
          return { result: { ...link, expiresAt: known.expiresAt }, position: 0n };
        const data = { linkId, attendeeId, tokenHash: digestOf(token), expiresAt: until };
        const { position } = await this.#give(meetingId, 'issue-link', data, { ...asking, key: linkId });
        return { result: { ...link, expiresAt: until }, position };
      }),
    );
  }

  /**
   * Every link to a meeting, in the order in which they were issued.
   * @throws Problem 403, 404; StoreUnavailable
   */
  async list(meetingId: string, actor: Actor): Promise<readonly ListedLink[]> {
    const { roster } = await this.#meetingOfOfficer(meetingId, actor);
    const { state: door } = await this.#options.doors.of(meetingId);
    return door.links
      .values()
      .flatMap(({ linkId, attendeeId, issuedAt, expiresAt, revoked }) =>
        attendeeId === null
          ? []
          : [{ linkId, attendeeId, name: nameInRecord(roster, attendeeId), issuedAt, expiresAt, revoked }],
      );
  }

  /**
   * Issues a link to a screen or a steward.
   * @throws Problem 403, 404 for an unknown meeting or venue, 422 for an expiry in the past; StoreUnavailable
   */
  async issueStation(
    meetingId: string,
    { station, name, venueId, expiresAt }: WantedStation,
    asking: Asking,
  ): Promise<IssuedStation> {
    const meeting = await this.#meetingOfOfficer(meetingId, asking.actor);
    const linkId = eventId(asking.key, `door-${meetingId}/${station}`, 0);
    const token = tokenOf(
      this.#tokenKey,
      `${asking.key} ${asking.actor.kind} ${asking.actor.id} ${meetingId} ${station}:${name}`,
    );
    const known = (await this.#options.doors.of(meetingId)).state.links.get(linkId);
    const until = known?.expiresAt ?? expiresAt ?? this.#usualExpiry(meeting, STATION_DAYS_AFTERWARDS);
    const data = { linkId, station, name, venueId, tokenHash: digestOf(token), expiresAt: until };
    const { position } = await this.#give(meetingId, 'issue-station-link', data, { ...asking, key: linkId });
    await this.#options.feed.reach(position, REACH_MS);
    const url = linkUrl(this.#options.publicUrl(), { meetingId, token });
    return { linkId, station, name, venueId, url, expiresAt: until };
  }

  /**
   * Every link to a screen or a steward, in the order in which they were issued.
   * @throws Problem 403, 404; StoreUnavailable
   */
  async listStations(meetingId: string, actor: Actor): Promise<readonly ListedStation[]> {
    await this.#meetingOfOfficer(meetingId, actor);
    const { state: door } = await this.#options.doors.of(meetingId);
    return door.links.values().flatMap(({ linkId, station, issuedAt, expiresAt, revoked }) => {
      if (station === null) return [];
      const { kind, name, venueId } = station;
      return [{ linkId, station: kind, name, venueId, issuedAt, expiresAt, revoked }];
    });
  }

  /**
   * Revokes a link, and with it every session that began with it.
   * @throws Problem 403, 404, 422; StoreUnavailable
   */
  async revoke(meetingId: string, linkId: string, reason: string | null, asking: Asking): Promise<Receipt> {
    await this.#meetingOfOfficer(meetingId, asking.actor);
    const receipt = await this.#give(meetingId, 'revoke-link', { linkId, reason }, asking);
    await this.#options.feed.reach(receipt.position, REACH_MS);
    return receipt;
  }

  /** The meeting, for those who may see to its links. */
  async #meetingOfOfficer(meetingId: string, actor: Actor): Promise<MeetingState> {
    const { state } = await this.#options.commands.stateOf('meeting', meetingId);
    if (state.lifecycle.status === 'unscheduled' || audienceOf(actor, state) === null) {
      throw new Problem(404, 'meeting.unknown', 'There is no such meeting, or it is not yours to see.');
    }
    if (!isOfficer(actor, state)) {
      const { by } = streams.door.commands['issue-link'];
      throw new Problem(403, 'meeting.not-permitted', `Links are handed out by: ${by.join(', ')}.`, { facts: { by } });
    }
    return state;
  }

  #usualExpiry({ lifecycle }: MeetingState, days: number): Instant {
    const from = Math.max(Date.parse(lifecycle.endsAt), Date.parse(this.#options.clock.now()));
    return new Date(from + days * 86_400_000).toISOString();
  }

  /** Those who have no link that opens the door, or have it from this very request. */
  #without(door: DoorState, meeting: MeetingState, linkIdOf: (attendeeId: string) => string): readonly Attendee[] {
    const now = this.#options.clock.now();
    const open = door.links.values().filter(({ linkId }) => linkAt(door, linkId, now).refused === null);
    const served = new Set(
      open.flatMap(({ linkId, attendeeId }) =>
        attendeeId === null || linkId === linkIdOf(attendeeId) ? [] : [attendeeId],
      ),
    );
    return meeting.roster.attendees.values().filter(({ attendeeId, removed }) => !removed && !served.has(attendeeId));
  }

  async #give(meetingId: string, name: string, data: unknown, { actor, key, correlationId }: Asking): Promise<Receipt> {
    const outcome: Outcome = await this.#options.commands.give({
      family: 'door',
      subject: meetingId,
      name,
      data: streams.door.commands[name as 'issue-link' | 'issue-station-link' | 'revoke-link'].input.parse(data),
      actor,
      id: key,
      correlationId,
    });
    if (isRefused(outcome)) throw problemOfRejection(outcome);
    return outcome;
  }

  /** The results, once the doors here know of all of them. */
  async #whenSeen<T>(
    work: readonly Promise<{ readonly result: T; readonly position: bigint }>[],
  ): Promise<readonly T[]> {
    const done = await Promise.all(work);
    const last = done.reduce((latest, { position }) => (position > latest ? position : latest), 0n);
    await this.#options.feed.reach(last, REACH_MS);
    return done.map(({ result }) => result);
  }
}

/** The attendees of these ids, each once; all of them must be on the roster. */
function named({ roster }: MeetingState, attendeeIds: readonly string[]): readonly Attendee[] {
  const found = [...new Set(attendeeIds)].map((attendeeId) => [attendeeId, roster.attendees.get(attendeeId)] as const);
  const missing = found.filter(([, attendee]) => !attendee || attendee.removed).map(([attendeeId]) => attendeeId);
  if (missing.length > 0) {
    throw new Problem(404, 'roster.unknown', 'Some of these attendees are not on the roster. Nothing was issued.', {
      facts: { attendeeIds: missing },
    });
  }
  return found.flatMap(([, attendee]) => attendee ?? []);
}
