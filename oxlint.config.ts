/** The linter: correctness is an error, the packages keep their boundaries, the pure ones know no clock and no chance. */
import { defineConfig } from 'oxlint';
import { apiTypesOnly, noAdapters, noNode, noTables, onlyOurs, restrict } from './lint/boundaries.ts';

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.fixture.ts', '**/src/testing/**'];
/** A case in the words of the domain ends with one of these, and each of them asserts (`events/src/testing/given.ts`). */
const givenWhenThen = ['expect', '**.then', '**.thenOnce', '**.thenNothing', '**.refused', '**.malformed'];
const noClock = 'This package has no clock: take the instant as an argument.';
const noChance = 'This package has no chance in it: take the value as an argument.';

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'vitest'],
  jsPlugins: ['eslint-plugin-solid', './lint/pure.ts'],
  categories: { correctness: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  env: { builtin: true },
  ignorePatterns: ['**/dist/**', '**/.types/**', '**/data/**', '**/coverage/**'],
  rules: {
    eqeqeq: 'error',
    'no-console': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'import/no-cycle': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/ban-ts-comment': 'error',
    'unicorn/prefer-node-protocol': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'vitest/no-disabled-tests': 'error',
    'vitest/no-focused-tests': 'error',
  },
  overrides: [
    { files: ['events/**'], rules: restrict(onlyOurs(), noNode) },
    { files: ['projections/**'], rules: restrict(onlyOurs('events'), noNode, noTables) },
    { files: ['projections/src/tables/**'], rules: restrict(onlyOurs('events')) },
    { files: ['infra/**'], rules: restrict(onlyOurs('events'), noAdapters) },
    { files: ['infra/src/adapters.ts'], rules: restrict(onlyOurs('events')) },
    { files: ['api/**'], rules: restrict(onlyOurs('events', 'projections', 'projections/tables', 'infra')) },
    {
      files: ['api/src/main.ts', 'api/src/cli/**'],
      rules: restrict(onlyOurs('events', 'projections', 'projections/tables', 'infra', 'infra/adapters')),
    },
    { files: ['web/**'], rules: restrict(onlyOurs('events', 'projections', 'api/client'), apiTypesOnly, noNode) },
    { files: ['web/*.ts'], rules: restrict(onlyOurs()) },
    {
      files: ['tests/**'],
      rules: restrict(
        onlyOurs(
          'events',
          'projections',
          'projections/tables',
          'projections/testing',
          'infra',
          'infra/adapters',
          'api/app',
          'api/client',
          'api/server',
        ),
      ),
    },
    { files: ['tests/bench/**', 'api/src/cli/**'], rules: { 'no-console': 'off' } },
    {
      files: ['events/src/**', 'projections/src/**'],
      rules: {
        'rostrum/no-clock': 'error',
        'no-restricted-globals': [
          'error',
          { name: 'crypto', message: noChance },
          { name: 'performance', message: noClock },
          { name: 'setTimeout', message: noClock },
          { name: 'setInterval', message: noClock },
          { name: 'fetch', message: 'This package does no I/O.' },
          { name: 'process', message: 'This package does no I/O.' },
        ],
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: noClock },
          { object: 'Temporal', property: 'Now', message: noClock },
          { object: 'Math', property: 'random', message: noChance },
          { object: 'globalThis', property: 'crypto', message: noChance },
        ],
      },
    },
    {
      files: ['projections/src/tables/**'],
      rules: { 'no-restricted-globals': 'off' },
    },
    {
      files: ['web/src/**/*.tsx', 'web/src/**/*.ts'],
      env: { browser: true },
      rules: {
        'solid/components-return-once': 'error',
        'solid/event-handlers': 'error',
        'solid/imports': 'error',
        'solid/jsx-no-script-url': 'error',
        'solid/no-destructure': 'error',
        'solid/no-innerhtml': 'error',
        'solid/no-react-deps': 'error',
        'solid/no-react-specific-props': 'error',
        'solid/no-unknown-namespaces': 'error',
        'solid/prefer-for': 'error',
        'solid/reactivity': 'error',
        'solid/self-closing-comp': 'error',
        'solid/style-prop': 'error',
      },
    },
    {
      files: ['events/**/*.test.ts'],
      rules: {
        'vitest/expect-expect': ['error', { assertFunctionNames: givenWhenThen }],
        'promise/valid-params': 'off', // `then` takes any number of events, and is no promise's
      },
    },
    {
      files: tests,
      rules: { 'rostrum/no-clock': 'off', 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
    },
    { files: ['events/**/*.test.ts', 'events/**/*.fixture.ts'], rules: restrict(onlyOurs()) },
    { files: ['projections/**/*.test.ts', 'projections/**/*.fixture.ts'], rules: restrict(onlyOurs('events')) },
    { files: ['infra/**/*.test.ts', 'infra/**/*.fixture.ts'], rules: restrict(onlyOurs('events')) },
    {
      files: ['api/**/*.test.ts', 'api/**/*.fixture.ts'],
      rules: restrict(onlyOurs('events', 'projections', 'projections/tables', 'infra', 'infra/adapters')),
    },
    {
      files: ['web/**/*.test.ts', 'web/**/*.test.tsx'],
      rules: restrict(onlyOurs('events', 'projections', 'api/client'), apiTypesOnly),
    },
  ],
});
