// What the compose files say of the application, of each other and of the files beside them is so.

import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readSettings } from '@rostrum/api/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compositionOf, prepared, ROOT, settingsIn } from './composition.ts';
import type { Composition, Prepared, Service } from './composition.ts';
import { settingNames } from './setting-names.ts';

let infra: Prepared;
beforeAll(() => void (infra = prepared('https://meetings.example.org')));
afterAll(() => rmSync(infra.directory, { recursive: true, force: true }));

const seconds = (text: string | undefined) => Number(/^(\d+)s$/.exec(text ?? '')?.[1]);
const applications = ({ services }: Composition) =>
  Object.entries(services).filter(([, { image }]) => image.startsWith('rostrum:'));
const eventStores = ({ services }: Composition) =>
  Object.entries(services).filter(([, { image }]) => image.includes('kurrentdb'));

describe.each(['compose.yaml', 'compose.cluster.yaml'])('%s', (file) => {
  let composition: Composition;
  beforeAll(() => void (composition = compositionOf(file, infra)));
  const services = (): readonly (readonly [string, Service])[] => Object.entries(composition.services);

  test('names every image with its whole version, the application’s with the version of the program', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    const images = services().map(([, { image }]) => image);
    expect(images.filter((image) => !/^[a-z./-]+:v?\d+\.\d+\.\d+$/.test(image))).toEqual([]);
    for (const [, { image }] of applications(composition)) expect(image).toBe(`rostrum:${version}`);
  });

  test('mounts only files that are there, to be read, and uses all that it declares and nothing else', () => {
    const mounts = services().flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')));
    const files = mounts.filter(([source]) => source?.startsWith('./'));
    expect(files.filter(([source]) => !existsSync(join(infra.directory, source!)))).toEqual([]);
    expect(files.filter(([, , mode]) => mode !== 'ro')).toEqual([]);
    const volumes = mounts.flatMap(([source]) => (source!.startsWith('./') ? [] : source!));
    expect(new Set(volumes)).toEqual(new Set(Object.keys(composition.volumes)));
    const networks = services().flatMap(([, { networks: joined = [] }]) => joined);
    expect(new Set(networks)).toEqual(new Set(Object.keys(composition.networks)));
    const secrets = services().flatMap(([, { secrets: told }]) => told);
    expect(new Set(secrets)).toEqual(new Set(Object.keys(composition.secrets)));
    const secretFiles = Object.values(composition.secrets).map(({ file: secret }) => secret);
    expect(secretFiles.filter((secret) => !existsSync(join(infra.directory, secret)))).toEqual([]);
  });

  test('waits only for services that there are, and for health only where it is looked at', () => {
    const awaited = services().flatMap(([, { depends_on = {} }]) => Object.entries(depends_on));
    expect(awaited.filter(([name]) => composition.services[name] === undefined)).toEqual([]);
    const healthy = awaited.flatMap(([name, { condition }]) => (condition === 'service_healthy' ? name : []));
    const looksAtItself = (name: string) => {
      const { healthcheck, build } = composition.services[name]!;
      // The application's image brings its own health check.
      return healthcheck !== undefined || build !== undefined;
    };
    expect(healthy.length).toBeGreaterThan(0);
    expect(healthy.filter((name) => !looksAtItself(name))).toEqual([]);
  });

  test('gives the application settings that it reads, and that it can use', () => {
    const known = settingNames();
    for (const [name, { environment }] of applications(composition)) {
      expect(Object.keys(environment).filter((variable) => !known.includes(variable))).toEqual([]);
      const secret = environment['SECRET_FILE']!.replace('/run/secrets/', '');
      const settings = readSettings(
        { ...environment, SECRET_FILE: join(infra.directory, composition.secrets[secret]!.file) },
        infra.directory,
      );
      expect(settings.nodeName).toBe(name);
      expect(settings.secrets).toHaveLength(1);
    }
  });

  test('leads the application to every node of the event store, as its user, by its certificate', () => {
    const nodes = eventStores(composition);
    for (const [, { environment, volumes }] of applications(composition)) {
      const url = environment['EVENT_STORE']!;
      const [, password, hosts, query] = /^esdb:\/\/admin:([^@]+)@([^?]+)\?(.+)$/.exec(url) ?? [];
      expect(hosts?.split(',')).toEqual(nodes.map(([node]) => `${node}:2113`));
      const authority = new URLSearchParams(query).get('tlsCaFile')!;
      expect(volumes).toContain(`certificate-trust:${authority.replace('/ca.crt', '')}:ro`);
      for (const [, node] of nodes) expect(node.environment['KURRENTDB_DEFAULT_ADMIN_PASSWORD']).toBe(password);
    }
  });

  test('makes a certificate for every node, and shows none but its own to it', () => {
    const { command, volumes } = composition.services['certificates']!;
    expect(command).toEqual(eventStores(composition).map(([name]) => name));
    for (const [name, node] of eventStores(composition)) {
      expect(volumes).toContain(`certificate-${name}:/certificates/${name}`);
      expect(node.volumes.filter((volume) => volume.startsWith('certificate'))).toEqual([
        'certificate-trust:/certificates/trust:ro',
        `certificate-${name}:/certificates/node:ro`,
      ]);
      expect(node.environment['KURRENTDB_NODE_HOST_ADVERTISE_AS']).toBe(name);
    }
  });

  test('seeds the gossip of each node with all the others', () => {
    const all = eventStores(composition).map(([name]) => name);
    for (const [name, { environment }] of eventStores(composition)) {
      expect(environment['KURRENTDB_CLUSTER_SIZE']).toBe(String(all.length));
      const others = all.filter((other) => other !== name).map((other) => `${other}:2113`);
      expect(environment['KURRENTDB_GOSSIP_SEED']?.split(',') ?? []).toEqual(others);
    }
  });

  test('lets the record be reached by the application alone', () => {
    const reaching = services().flatMap(([name, { networks = [] }]) => (networks.includes('record') ? name : []));
    const known = [...applications(composition), ...eventStores(composition)].map(([name]) => name);
    expect(reaching.toSorted()).toEqual(known.toSorted());
    expect(composition.networks['record']).toEqual({ internal: true });
    for (const [, { ports, networks }] of eventStores(composition))
      expect({ ports, networks }).toEqual({ ports: [], networks: ['record'] });
  });

  test('gives the application time to leave before it is killed', () => {
    for (const [, { stop_grace_period, environment }] of applications(composition))
      // Ten seconds are what the server takes at most once nobody is sent to it any more.
      expect(seconds(stop_grace_period)).toBeGreaterThan(Number(environment['DRAIN_SECONDS'] ?? 0) + 10);
  });
});

describe('compose.cluster.yaml', () => {
  let composition: Composition;
  beforeAll(() => void (composition = compositionOf('compose.cluster.yaml', infra)));

  test('keeps the documents’ files where the application looks for them', () => {
    const { command, environment, volumes } = composition.services['files']!;
    const port = command![command!.indexOf('--port') + 1];
    const region = command![command!.indexOf('--region') + 1];
    for (const [, app] of applications(composition)) {
      const files = new URL(app.environment['FILES']!);
      expect(files.searchParams.get('endpoint')).toBe(`http://files${port}`);
      expect(files.searchParams.get('region')).toBe(region);
      expect(volumes).toEqual([`files:/data/${files.hostname}`]);
      expect(app.environment['AWS_ACCESS_KEY_ID']).toBe(environment['ROOT_ACCESS_KEY']);
      expect(app.environment['AWS_SECRET_ACCESS_KEY']).toBe(environment['ROOT_SECRET_KEY']);
    }
  });

  test('sends the proxy to every node of the application, which lets itself be told who asks', () => {
    const nodes = applications(composition).map(([name]) => `${name}:8080`);
    expect(composition.services['proxy']!.environment['APP_NODES']!.split(' ')).toEqual(nodes);
    const haproxy = readFileSync(join(ROOT, 'infra', 'proxy', 'haproxy.cfg'), 'utf8');
    const servers = Array.from(haproxy.matchAll(/^ {2}server \S+ (\S+)$/gm), ([, server]) => server);
    expect(servers).toEqual([...nodes, ...nodes]);
    for (const [, { environment, ports }] of applications(composition)) {
      expect(environment['TRUST_PROXY']).toBe('1');
      expect(ports).toEqual([]);
    }
  });

  test('lets a node drain for longer than the proxy needs to see that it leaves', () => {
    const proxy = readFileSync(join(ROOT, 'infra', 'proxy', 'Caddyfile'), 'utf8');
    const looking = ['health_interval', 'health_timeout'].map((name) =>
      seconds(new RegExp(`${name} (\\S+)`).exec(proxy)?.[1]),
    );
    const noticed = looking.reduce((sum, part) => sum + part, 0);
    for (const [, { environment }] of applications(composition))
      expect(Number(environment['DRAIN_SECONDS'])).toBeGreaterThan(noticed);
  });
});

describe('prepare.sh', () => {
  test('leaves what is there as it is', () => {
    const before = {
      settings: settingsIn(infra.directory),
      secret: readFileSync(join(infra.directory, 'secrets/rostrum')),
    };
    execFileSync(join(infra.directory, 'prepare.sh'), ['https://elsewhere.example.org']);
    expect(settingsIn(infra.directory)).toEqual(before.settings);
    expect(readFileSync(join(infra.directory, 'secrets/rostrum'))).toEqual(before.secret);
  });

  test('lets nobody else read what it makes, and makes every password anew', () => {
    for (const name of ['.env', 'secrets']) expect(statSync(join(infra.directory, name)).mode & 0o077).toBe(0);
    const passwords = Object.entries(infra.settings).filter(([name]) => /PASSWORD|SECRET/.test(name));
    expect(passwords).toHaveLength(3);
    expect(new Set(passwords.map(([, value]) => value)).size).toBe(3);
    for (const [, value] of passwords) expect(value).toMatch(/^[0-9a-f]{64}$/);
  });

  test('asks for the address where it is not told', () => {
    expect(() => execFileSync(join(infra.directory, 'prepare.sh'), [], { stdio: 'pipe' })).toThrow(
      /under which address/,
    );
  });
});

test('no command of the page for operators shows the password of the event store to whoever lists processes', () => {
  const page = readFileSync(join(ROOT, 'docs', 'many-machines.md'), 'utf8');
  const stores = Array.from(page.matchAll(/--(?:from|to) (\S*EVENT_STORE\S*)/g), ([, store]) => store);
  expect(stores.length).toBeGreaterThan(0);
  expect(new Set(stores)).toEqual(new Set(['env:EVENT_STORE']));
});
