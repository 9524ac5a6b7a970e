// The id proposed for a new venue: short, since whoever fills in the roster's file types it.

/**
 * A free id: `main` for the main venue, `branch`, `branch-2` … for the others.
 * @param taken ids that the meeting has or had
 */
export function venueIdFor(taken: readonly string[], main: boolean): string {
  const used = new Set(taken);
  const stem = main && !used.has('main') ? 'main' : 'branch';
  for (let number = 1; ; number++) {
    const venueId = number === 1 ? stem : `${stem}-${number}`;
    if (!used.has(venueId)) return venueId;
  }
}
