// The kinds of streams that take commands, and where each of their commands is decided: on which stream, and in whose turn.

import { homeOf, initialAccount, streamName, streams } from '@rostrum/events';
import type { AccountSurroundings, StreamName } from '@rostrum/events';
import type { AccountDirectory } from './account-directory.ts';
import type { Family, Order } from './family.ts';

/** What names the stream beside the meeting's id: a directive or an attendee has a stream of its own. */
const KEYED_BY: Partial<Readonly<Record<StreamName, string>>> = { directive: 'directiveId', contact: 'attendeeId' };

/** All accounts are decided on in one turn: sign-in names and the last administrator concern all of them. */
const ALL_ACCOUNTS = 'accounts';

/** The families of the catalogue, ready for the sequencer. */
export function familiesOf(accounts: AccountDirectory): Readonly<Record<StreamName, Family>> {
  const surroundings = async ({ command, stream }: Order): Promise<AccountSurroundings> => {
    await accounts.reached();
    const { signInName } = command.data as { readonly signInName?: string };
    const holder = signInName === undefined ? undefined : accounts.bySignInName(signInName);
    const accountId = stream.slice(streamName('account', '').length);
    return {
      administrators: accounts.administrators(),
      signInNameTaken: holder !== undefined && holder.accountId !== accountId,
      standing: accounts.byId(accountId) ?? initialAccount,
    };
  };
  return { ...streams, account: { ...streams.account, surroundings } };
}

/** Where a command is decided. */
export type Place = { readonly subject: string; readonly stream: string };

/**
 * Where a command of a family is decided.
 * @param subject the meeting's id, or the account's
 * @param data of the command, validated
 */
export function placeOf(family: StreamName, subject: string, data: unknown): Place {
  if (family === 'account') return { subject: ALL_ACCOUNTS, stream: streamName('account', subject) };
  const key = KEYED_BY[family];
  const own = key === undefined ? undefined : (data as Readonly<Record<string, string>>)[key]!;
  return { subject, stream: streamName(family, subject, own) };
}

/** In whose turn commands on a stream are decided, by its name; several where the name alone leaves a choice. */
export function subjectsOf(stream: string): readonly string[] {
  const home = homeOf(stream);
  return home?.family === 'account' ? [ALL_ACCOUNTS] : (home?.subjects ?? []);
}
