// What was written and not finished.

export const drafts = {
  'drafts.here': 'You were writing this on {when} and did not finish.',
  'drafts.goOn': 'Go on with it',
  'drafts.goOn.of': 'Go on with “{label}”',
  'drafts.throwAway': 'Throw it away',
  'drafts.throwAway.of': 'Throw away “{label}”',
  'drafts.left': {
    one: 'You were writing something here and did not finish.',
    other: 'You were writing {count} things here and did not finish.',
  },
  'drafts.at': '{label}, {when}',
} as const;
