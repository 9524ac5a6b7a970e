/**
 * The tests of the house. Each package proves itself beside its source; `tests/` proves what spans packages. Suites that
 * drive whole processes and browsers run after the others and one file at a time, since they compete for the machine.
 */
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './tests/browser/find.ts';
import { launchOptions } from './tests/browser/launch.ts';

type Suite = { name: string; files: string; group: number; alone?: boolean; timeout?: number; setup?: string[] };

const suites: Suite[] = [
  { name: 'events', files: 'events/src/**/*.test.ts', group: 0 },
  { name: 'projections', files: 'projections/src/**/*.test.ts', group: 0 },
  { name: 'infra', files: 'infra/src/**/*.test.ts', group: 0 },
  { name: 'api', files: 'api/src/**/*.test.ts', group: 0 },
  { name: 'browser', files: 'tests/browser/**/*.test.ts', group: 0 },
  { name: 'docs', files: 'tests/docs/**/*.test.ts', group: 0 },
  { name: 'operators', files: 'tests/operators/**/*.test.ts', group: 0 },
  { name: 'contract', files: 'tests/contract/**/*.test.ts', group: 0 },
  { name: 'eventstoredb', files: 'tests/eventstoredb/**/*.test.ts', group: 0 },
  { name: 'scenarios', files: 'tests/scenarios/**/*.test.ts', group: 0 },
  { name: 'cli', files: 'tests/cli/**/*.test.ts', group: 1, alone: true, timeout: 120_000 },
  { name: 'nodes', files: 'tests/nodes/**/*.test.ts', group: 1, alone: true, timeout: 240_000 },
  { name: 'crash', files: 'tests/crash/**/*.test.ts', group: 1, alone: true, timeout: 240_000 },
  {
    name: 'journeys',
    files: 'tests/journeys/**/*.test.ts',
    group: 2,
    alone: true,
    timeout: 90_000,
    setup: ['tests/browser/setup.ts'],
  },
];

// Components are proved in a real browser; whoever has none reads one line about it, from the journeys' set-up.
const browser = findBrowser(process.env, () => undefined);
const components = 'missing' in browser ? [] : [inBrowser(browser.executablePath)];

function inBrowser(executablePath: string) {
  return {
    extends: './web/vite.config.ts' as const,
    root: './web',
    // All that the tests import is prepared before the first of them: what is found in between would load their page anew.
    optimizeDeps: { entries: ['src/**/*.browser.test.tsx'] },
    test: {
      name: 'components',
      include: ['src/**/*.browser.test.tsx'],
      testTimeout: 30_000,
      sequence: { groupOrder: 2 },
      fileParallelism: false,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: launchOptions(executablePath) }),
        instances: [{ browser: 'chromium' as const, viewport: { width: 1280, height: 800 } }],
      },
    },
  };
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    reporters: process.env['CI'] ? ['default'] : ['dot'],
    projects: [
      ...suites.map(({ name, files, group, alone = false, timeout = 20_000, setup = [] }) => ({
        test: {
          name,
          environment: 'node',
          include: [files],
          globalSetup: setup,
          testTimeout: timeout,
          hookTimeout: timeout,
          // What comes about in its own time is waited for as long as a slow machine needs.
          expect: { poll: { timeout: timeout / 3 } },
          fileParallelism: !alone,
          sequence: { groupOrder: group },
        },
      })),
      {
        extends: './web/vite.config.ts' as const,
        root: './web',
        test: {
          name: 'web',
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.browser.test.tsx'],
          testTimeout: 20_000,
        },
      },
      ...components,
    ],
  },
});
