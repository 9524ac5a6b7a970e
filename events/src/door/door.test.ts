import { describe, expect, it } from 'vitest';
import { foldBy } from '../kernel/fold.ts';
import { decideBeside } from '../meeting/admission.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import { beside } from '../testing/beside.ts';
import { attendee, EARLIER, NOW, specification, station, system } from '../testing/given.ts';
import type { Happened } from '../testing/given.ts';
import { draft, over, person, personRemoved } from '../testing/past.ts';
import {
  decideDoor,
  doorCommands,
  doorEvents,
  evolveDoor,
  initialDoor,
  isSessionEnded,
  linkAt,
  linkFor,
} from './door.ts';
import type { DoorEvent, DoorState } from './door.ts';

const given = specification<typeof doorCommands, DoorState, BesideMeeting, DoorEvent>({
  commands: doorCommands,
  events: doorEvents,
  initial: initialDoor,
  around: beside(...draft),
  evolve: foldBy(evolveDoor),
  decide: decideBeside(doorCommands, decideDoor),
});

type Event = Happened<DoorEvent>;
const LATER = '2021-06-26T00:00:00.000Z';
const hash = (digit: string) => digit.repeat(64);
const link = (linkId: string, digit: string, attendeeId = 'wei') => ({
  linkId,
  attendeeId,
  tokenHash: hash(digit),
  expiresAt: LATER,
});
const issued = (linkId: string, digit: string, attendeeId?: string): Event => ({
  type: 'LinkIssued',
  data: link(linkId, digit, attendeeId),
});
const forStation = (linkId: string, digit: string, station: 'screen' | 'steward', venueId: string | null = null) => ({
  linkId,
  station,
  name: 'East entrance',
  venueId,
  tokenHash: hash(digit),
  expiresAt: LATER,
});
const stationIssued = (...of: Parameters<typeof forStation>): Event => ({
  type: 'StationLinkIssued',
  data: forStation(...of),
});
const revoked = (linkId: string, reason: string | null): Event => ({ type: 'LinkRevoked', data: { linkId, reason } });

describe('issuing a link', () => {
  it('lets an attendee in until it expires', () => {
    const door = given().when('issue-link', link('link-1', 'a')).then(issued('link-1', 'a'));
    expect(linkFor(door, hash('a'), NOW)).toMatchObject({ link: { attendeeId: 'wei', issuedAt: NOW }, refused: null });
    expect(linkFor(door, hash('a'), '2021-06-25T23:59:59.999Z').refused).toBeNull();
    expect(linkFor(door, hash('a'), LATER).refused).toBe('expired');
    expect(linkFor(door, hash('b'), NOW)).toEqual({ link: null, refused: 'unknown' });
  });

  it('replaces the attendee’s earlier links and nobody else’s', () => {
    const door = given(issued('link-1', 'a'), issued('link-2', 'b', 'liu'))
      .when('issue-link', link('link-3', 'c'))
      .then(revoked('link-1', 'Replaced by a new link'), issued('link-3', 'c'));
    expect(linkFor(door, hash('a'), NOW).refused).toBe('revoked');
    expect(linkFor(door, hash('b'), NOW).refused).toBeNull();
  });

  it('leaves the earlier ones in force where that is asked', () => {
    const door = given(issued('link-1', 'a'))
      .when('issue-link', { ...link('link-2', 'b'), replace: false })
      .then(issued('link-2', 'b'));
    expect(linkFor(door, hash('a'), NOW).refused).toBeNull();
  });

  it('records nothing where it is issued', () => {
    given(issued('link-1', 'a')).when('issue-link', link('link-1', 'a')).thenNothing();
  });

  it('is refused with an id or a token that another link has', () => {
    given(issued('link-1', 'a'))
      .when('issue-link', link('link-1', 'b'))
      .refused('door.link-exists', { linkId: 'link-1' });
    given(issued('link-1', 'a'))
      .when('issue-link', link('link-2', 'a', 'liu'))
      .refused('door.link-exists', { linkId: 'link-1' });
  });

  it('is refused for those who are not on the roster, and where it would have expired', () => {
    given()
      .when('issue-link', link('link-1', 'a', 'nobody'))
      .refused('roster.unknown');
    given()
      .around(beside(...draft, person('zhou'), personRemoved('zhou')))
      .when('issue-link', link('link-1', 'a', 'zhou'))
      .refused('roster.unknown');
    given()
      .when('issue-link', { ...link('link-1', 'a'), expiresAt: EARLIER })
      .refused('door.expires-in-the-past');
  });

  it('is for the officers, also after the meeting', () => {
    given()
      .around(beside(...over))
      .by(attendee('sun'))
      .when('issue-link', link('link-1', 'a'))
      .then(issued('link-1', 'a'));
    given().by(attendee('wei')).when('issue-link', link('link-1', 'a')).refused('meeting.not-permitted');
  });

  it('takes the digest of the token, never the token', () => {
    given()
      .when('issue-link', { ...link('link-1', 'a'), tokenHash: 'correct horse battery staple' })
      .malformed('tokenHash');
  });
});

describe('issuing a link for a screen or a steward', () => {
  it('opens the door until it expires, for the meeting or one venue of it', () => {
    const door = given()
      .when('issue-station-link', forStation('link-1', 'a', 'screen', 'branch'))
      .then(stationIssued('link-1', 'a', 'screen', 'branch'));
    expect(linkFor(door, hash('a'), NOW)).toMatchObject({
      link: { attendeeId: null, station: { kind: 'screen', name: 'East entrance', venueId: 'branch' } },
      refused: null,
    });
    expect(linkFor(door, hash('a'), LATER).refused).toBe('expired');
  });

  it('leaves all other links in force, whosever they are', () => {
    const door = given(issued('link-1', 'a'), stationIssued('link-2', 'b', 'steward'))
      .when('issue-station-link', forStation('link-3', 'c', 'steward'))
      .then(stationIssued('link-3', 'c', 'steward'));
    expect([hash('a'), hash('b'), hash('c')].map((token) => linkFor(door, token, NOW).refused)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('records nothing where it is issued, and is refused with what another link has', () => {
    const past = given(stationIssued('link-1', 'a', 'screen'));
    past.when('issue-station-link', forStation('link-1', 'a', 'screen')).thenNothing();
    past
      .when('issue-station-link', forStation('link-1', 'a', 'steward'))
      .refused('door.link-exists', { linkId: 'link-1' });
    past
      .when('issue-station-link', forStation('link-2', 'a', 'screen'))
      .refused('door.link-exists', { linkId: 'link-1' });
    past.when('issue-link', link('link-1', 'a')).refused('door.link-exists', { linkId: 'link-1' });
  });

  it('is refused for a venue that is not the meeting’s, and where it would have expired', () => {
    given()
      .when('issue-station-link', forStation('link-1', 'a', 'steward', 'elsewhere'))
      .refused('roster.unknown-venue');
    given()
      .when('issue-station-link', { ...forStation('link-1', 'a', 'screen'), expiresAt: EARLIER })
      .refused('door.expires-in-the-past');
  });

  it('is for the officers', () => {
    given()
      .by(attendee('wei'))
      .when('issue-station-link', forStation('link-1', 'a', 'screen'))
      .refused('meeting.not-permitted');
    given()
      .by(station('steward'))
      .when('issue-station-link', forStation('link-1', 'a', 'screen'))
      .refused('meeting.not-permitted');
  });

  it('is undone by revoking it', () => {
    const door = given(stationIssued('link-1', 'a', 'screen'))
      .when('revoke-link', { linkId: 'link-1', reason: null })
      .then(revoked('link-1', null));
    expect(linkAt(door, 'link-1', NOW).refused).toBe('revoked');
  });
});

describe('revoking a link', () => {
  it('shuts it, also for sessions that began with it', () => {
    const door = given(issued('link-1', 'a'))
      .when('revoke-link', { linkId: 'link-1', reason: 'Sent to the wrong address' })
      .then(revoked('link-1', 'Sent to the wrong address'));
    expect(linkAt(door, 'link-1', NOW)).toMatchObject({ refused: 'revoked', link: { linkId: 'link-1' } });
  });

  it('records nothing where it is revoked, and is refused for an unknown one', () => {
    given(issued('link-1', 'a'), revoked('link-1', null)).when('revoke-link', { linkId: 'link-1' }).thenNothing();
    given().when('revoke-link', { linkId: 'link-1' }).refused('door.unknown-link');
  });
});

describe('ending a session', () => {
  it('is done by the attendee, an officer or the system, once', () => {
    const ended: Event = { type: 'SessionEnded', data: { sessionId: 'session-1' } };
    for (const actor of [attendee('wei'), attendee('sun'), system()]) {
      const door = given().by(actor).when('end-session', { sessionId: 'session-1' }).then(ended);
      expect(isSessionEnded(door, 'session-1')).toBe(true);
      expect(isSessionEnded(door, 'session-2')).toBe(false);
    }
    given(ended).when('end-session', { sessionId: 'session-1' }).thenNothing();
  });
});
