// The compose files as Docker Compose reads them: anchors resolved, and variables put in from the settings that
// `prepare.sh` makes.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Text that may hold variables, or what compose takes as such. */
const text = z.coerce.string();
const names = z.union([z.array(z.string()), z.record(z.string(), z.unknown()).transform(Object.keys)]);

const service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  user: z.string().optional(),
  init: z.boolean().optional(),
  restart: z.literal('unless-stopped').optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({ condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']) }),
    )
    .optional(),
  environment: z.record(z.string(), text).default({}),
  healthcheck: z
    .strictObject({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.int() })
    .optional(),
  logging: z.strictObject({
    driver: z.string(),
    options: z.strictObject({ 'max-size': z.string(), 'max-file': text }),
  }),
  stop_grace_period: z.templateLiteral([z.int(), 's']).optional(),
  ulimits: z.strictObject({ nofile: z.int() }).optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.tuple([z.literal('ALL')]),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  network_mode: z.literal('none').optional(),
  networks: names.optional(),
  ports: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
});

export type Service = z.output<typeof service>;

const composition = z.looseObject({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() }).nullable()),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

export type Composition = z.output<typeof composition>;

/** A copy of infra/ in which `prepare.sh` has been run, and the settings it made. */
export type Prepared = { readonly directory: string; readonly settings: Readonly<Record<string, string>> };

/** Runs `prepare.sh` as an operator does, in a copy of infra/ in a folder of its own. */
export function prepared(publicUrl: string): Prepared {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-infra-'));
  cpSync(join(ROOT, 'infra'), directory, {
    recursive: true,
    filter: (path) => !/\/(?:node_modules|src|secrets|\.env)$/.test(path),
  });
  execFileSync(join(directory, 'prepare.sh'), [publicUrl]);
  return { directory, settings: settingsIn(directory) };
}

/** What `.env` in a folder sets. */
export const settingsIn = (directory: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readFileSync(join(directory, '.env'), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value] as const];
      }),
  );

/**
 * Reads a compose file.
 * @param file its name in infra/
 * @throws where it is no YAML, says something twice, or says what it should not
 */
export function compositionOf(file: string, { directory, settings }: Prepared): Composition {
  const raw: unknown = parse(readFileSync(join(directory, file), 'utf8'), { merge: true });
  return composition.parse(putIn(raw, settings));
}

/** Variables as compose knows them: `${NAME:?sentence}` and `${NAME:-default}`. */
const VARIABLE = /\$\{([A-Z_]+)(?::([?-])([^}]*))?\}/g;

function putIn(value: unknown, settings: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string')
    return value.replaceAll(VARIABLE, (whole, name: string, way: string | undefined, rest: string | undefined) => {
      const given = settings[name] || (way === '-' ? rest : undefined);
      if (given === undefined) throw new Error(`${whole} is not among the settings that prepare.sh makes.`);
      return given;
    });
  if (Array.isArray(value)) return value.map((item) => putIn(item, settings));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, putIn(item, settings)]));
}
