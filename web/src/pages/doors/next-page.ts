// Where one goes after signing in.

/** The page that was asked for before, where it is one of ours; else the list of meetings. */
export function nextPage(asked: string | undefined): string {
  if (asked === undefined || !/^\/(?![/\\])/.test(asked)) return '/';
  return asked.startsWith('/sign-in') ? '/' : asked;
}
