// Where commands are given: over HTTP, by the doors, by processes of the server. It finds the stream, the fingerprint and
// the command's turn.

import type { Actor, RecordedEvent, StreamName, streams } from '@rostrum/events';
import { deletedStream, OutcomeUnknown } from '@rostrum/infra';
import { familiesOf, placeOf, subjectsOf } from './families.ts';
import type { AccountDirectory } from './account-directory.ts';
import type { Family } from './family.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isRefused } from './receipt.ts';
import type { Outcome, Receipt } from './receipt.ts';
import { Sequencer } from './sequencer.ts';
import type { SequencerOptions } from './sequencer.ts';

/** A command as it is given. */
export type Given = {
  readonly family: StreamName;
  /** The meeting's id, or the account's. */
  readonly subject: string;
  readonly name: string;
  /** As the command's `input` schema gives it. */
  readonly data: unknown;
  /** What makes it the same command when it is sent again, where its data differ each time; the data where it is left out. */
  readonly sameAs?: unknown;
  readonly actor: Actor;
  /** A UUID; the same one again is the same command again. A new one where it is left out. */
  readonly id?: string;
  /** Refused unless the stream stands at this revision. */
  readonly ifRevision?: number;
  /** What this belongs to, for tracing; the command's own id where it is left out. */
  readonly correlationId?: string;
};

type StateOf<F extends StreamName> = (typeof streams)[F]['initial'];

export type DeskOptions = Omit<SequencerOptions, 'families'> & {
  readonly accounts: AccountDirectory;
  /** A new UUID. */
  readonly newId: () => string;
};

export class CommandDesk {
  readonly #accounts: AccountDirectory;
  readonly #sequencer: Sequencer;
  readonly #families: Readonly<Record<StreamName, Family>>;
  readonly #newId: () => string;

  constructor({ accounts, newId, ...options }: DeskOptions) {
    this.#accounts = accounts;
    this.#families = familiesOf(accounts);
    this.#sequencer = new Sequencer({ ...options, families: this.#families });
    this.#newId = newId;
  }

  /**
   * Decides a command when its turn comes, and stores what it gives.
   * @returns the receipt, or the refusal
   * @throws StoreUnavailable, OutcomeUnknown, WrongExpectedRevision (others kept coming first), EventTooLarge, UnreadableEvent, Overloaded
   *
   * @example
   * const outcome = await desk.give({ family: 'meeting', subject: meetingId, name: 'yield-floor', data: { speechId }, actor });
   * if (isRefused(outcome)) throw problemOfRejection(outcome);
   */
  async give({
    family,
    subject,
    name,
    data,
    sameAs = data,
    actor,
    id = this.#newId(),
    ifRevision,
    correlationId = id,
  }: Given): Promise<Outcome> {
    const outcome = await this.#sequencer.submit({
      family: this.#families[family],
      ...placeOf(family, subject, data),
      command: { id, name, data, actor },
      fingerprint: fingerprintOf(name, sameAs),
      ...(ifRevision === undefined ? {} : { ifRevision }),
      correlationId,
    });
    return family === 'account' && !isRefused(outcome) ? this.#settled(outcome) : outcome;
  }

  /**
   * What became of a command on an account among those that other nodes decided at the same moment. What an account may do
   * is asked of the directory at every request: the answer comes when it knows.
   */
  async #settled(receipt: Receipt): Promise<Outcome> {
    try {
      await this.#accounts.reached(receipt.position);
    } catch (error) {
      throw new OutcomeUnknown('The record does not tell in time what became of it.', { cause: error });
    }
    for (const { id } of receipt.events) {
      const refusal = this.#accounts.refusalOf(id);
      if (refusal) return refusal;
    }
    return receipt;
  }

  /**
   * The state of a stream as last stored, from memory where it is there. It never changes in place.
   * @param subject the meeting's id, or the account's
   * @param key the directive's or the attendee's id, for families that have a stream for each
   * @throws StoreUnavailable, UnreadableEvent
   */
  async stateOf<F extends StreamName>(
    family: F,
    subject: string,
    key = subject,
  ): Promise<{ readonly state: StateOf<F>; readonly revision: number }> {
    const place = placeOf(family, subject, { directiveId: key, attendeeId: key });
    const { state, revision } = await this.#sequencer.look(this.#families[family], place.subject, place.stream);
    return { state: state as StateOf<F>, revision };
  }

  /**
   * Deletes a stream for good, in its turn between the commands.
   * @throws StoreUnavailable, OutcomeUnknown
   */
  erase(family: StreamName, subject: string, key = subject): Promise<void> {
    const place = placeOf(family, subject, { directiveId: key, attendeeId: key });
    return this.#sequencer.erase(place.subject, place.stream);
  }

  /**
   * Takes note of what is recorded, whichever node wrote it, so that nothing is decided on a memory that is known to be
   * out of date. Follows the feed.
   */
  notice(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      const deleted = deletedStream(event);
      if (deleted !== undefined) for (const subject of subjectsOf(deleted)) this.#sequencer.forget(subject, deleted);
      else
        for (const subject of subjectsOf(event.stream)) this.#sequencer.notice(subject, event.stream, event.revision);
    }
  }

  /** Resolves once no command is being decided or stored. */
  idle(): Promise<void> {
    return this.#sequencer.idle();
  }
}
