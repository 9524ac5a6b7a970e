// Who may do what on a server with users, as far as the real one decides it without rules of one's own: administrators
// everything, other users what is no system stream, whoever names no user nothing.

import type { Refusal } from './errors.ts';
import { accessDenied, notAuthenticated } from './errors.ts';

export type User = {
  readonly username: string;
  readonly password: string;
  /** Of the group `$admins`; true by default. Without it $all and system streams are out of reach. */
  readonly admin?: boolean;
};

/** Why a call on a stream, or on $all, is refused. */
export function refusedToUser(
  users: readonly User[],
  authorization: string | undefined,
  stream: string,
): Refusal | undefined {
  if (users.length === 0) return undefined;
  if (authorization === undefined) return accessDenied();
  const user = users.find((known) => authorization === headerOf(known));
  if (!user) return notAuthenticated();
  const system = stream.startsWith('$') && !/^\$\$[^$]/.test(stream);
  return system && user.admin === false ? accessDenied() : undefined;
}

const headerOf = ({ username, password }: User): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
