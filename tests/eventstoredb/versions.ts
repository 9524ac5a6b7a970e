// What a server of some version can do, so that clients meet one that is too old.

export type Abilities = {
  /** Says what it can do, and takes many appends over one call: since 21.10. */
  readonly features: boolean;
  /** Tells a subscription that it caught up: since 23.10. */
  readonly caughtUp: boolean;
};

/** @param version such as `24.10.0` */
export function abilitiesOf(version: string): Abilities {
  const [year = 0, month = 0] = version.split('.').map(Number);
  const since = (y: number, m: number) => year > y || (year === y && month >= m);
  return { features: since(21, 10), caughtUp: since(23, 10) };
}
