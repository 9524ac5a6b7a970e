/** Which package may import what. Imports run one way: events ← projections ← api, events ← infra ← api, and the web. */

type Pattern = { regex: string; message: string; allowTypeImports?: boolean };

const oneWay = 'imports run one way: events <- projections <- api, events <- infra <- api';

/** Every entry point of the house; a path beyond these is no entry point and does not resolve. */
const entryPoints = [
  'events',
  'projections',
  'projections/tables',
  'projections/testing',
  'infra',
  'infra/adapters',
  'api/app',
  'api/client',
  'web',
  'tests',
] as const;

type EntryPoint = (typeof entryPoints)[number];

/** Refuses every entry point of the house except the listed ones. */
export function onlyOurs(...allowed: EntryPoint[]): Pattern {
  const refused = entryPoints.filter((entry) => !allowed.includes(entry));
  const may = allowed.length === 0 ? 'no other package of the house' : `only ${allowed.join(', ')} of the house`;
  return { regex: `^@rostrum/(?:${refused.join('|')})$`, message: `May import ${may}: ${oneWay}.` };
}

/** Refuses Node's own modules, so that the code runs unchanged in the browser. */
export const noNode: Pattern = {
  regex: '^node:',
  message: 'This runs in the browser too: no Node modules.',
};

/** Refuses a way around the entry points, by a path into another package's folder. */
export const noNeighbour: Pattern = {
  regex: '^(?:\\.\\./)+(?:events|projections|infra|api|web)/src/',
  message: 'Import another package by its name and entry point.',
};

/** Refuses the folder of SQLite read models, which Node alone can run. */
export const noTables: Pattern = {
  regex: '(?:^|/)tables(?:/|$)',
  message: 'The pure views run in the browser: they cannot use the tables.',
};

/** Lets the web see the types of the API and nothing that runs. */
export const apiTypesOnly: Pattern = {
  regex: '^@rostrum/api/client$',
  message: 'The web takes types alone from the API: write `import type`.',
  allowTypeImports: true,
};

/** Refuses the concrete adapters by relative path, for the parts of infra that define the ports. */
export const noAdapters: Pattern = {
  regex: '(?:^|/)(?:adapters\\.ts|sqlite/.+|folder\\.ts)$',
  message: 'A port does not know its adapters.',
};

/** The rule with the given patterns, as an error. */
export function restrict(...patterns: Pattern[]): Record<string, ['error', { patterns: Pattern[] }]> {
  return { 'no-restricted-imports': ['error', { patterns: [...patterns, noNeighbour] }] };
}
