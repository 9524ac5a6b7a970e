// What every journey stands on: the real server on a fresh folder, one browser, and for each person in the story a browser
// context of their own. Whatever goes wrong unseen in a page (an error, a blocked script, a request to elsewhere) fails the
// journey; a failed one leaves pictures of every page.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launch } from '../browser/launch.ts';
import { contextOptions } from '../browser/looks.ts';
import type { Looks } from '../browser/looks.ts';
import { layLine } from '../server/line.ts';
import type { Line } from '../server/line.ts';
import { Secretariat } from '../server/secretariat.ts';
import { startServer } from '../server/start.ts';
import type { Server } from '../server/start.ts';

const found = inject('browser');

/** True where no browser was found: journeys are then left out, and the set-up has said so. */
export const noBrowser = 'missing' in found;

export type Person = { readonly page: Page; readonly context: BrowserContext };

/** Milliseconds that a page may take for one step: generous, since a slow machine is no fault. */
const PATIENCE = 30_000;

/** The stage, from the first test of a file to its last. */
export class Journey {
  #server: Server | null = null;
  #browser: Browser | null = null;
  #secretariat: Secretariat | null = null;
  readonly #directory = mkdtempSync(join(tmpdir(), 'rostrum-journey-'));
  readonly #people: (Person & { readonly name: string })[] = [];
  readonly #faults: string[] = [];
  readonly #known = new Set<string>();
  readonly #lines: Line[] = [];
  #settings: Readonly<Record<string, string>> = {};

  get server(): Server {
    return this.#server!;
  }

  /** An administrator who prepares things over HTTP. */
  get secretariat(): Secretariat {
    return this.#secretariat!;
  }

  async open(settings: Readonly<Record<string, string>>): Promise<void> {
    if ('missing' in found) return;
    this.#settings = settings;
    [this.#server, this.#browser] = await Promise.all([
      startServer(this.#directory, settings),
      launch(found.executablePath),
    ]);
    this.#known.add(this.server.address);
    if (settings['ADMIN_PASSWORD'] !== '') this.#secretariat = await Secretariat.at(this.server.address);
  }

  /** The server goes down in good order and comes back, at the same address and on the same folder. */
  async restart(): Promise<void> {
    const { port } = new URL(this.server.address);
    await this.server.stop();
    this.#server = await startServer(this.#directory, { ...this.#settings, PORT: port });
  }

  /** Somebody with a browser that knows nothing yet. */
  async person(name: string, looks: Looks = {}): Promise<Person> {
    const context = await this.#browser!.newContext(contextOptions(looks));
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const fault = (sentence: string) => void this.#faults.push(`${name}: ${sentence}`);
    page.on('pageerror', (error) => fault(error.stack ?? error.message));
    page.on('console', (message) => {
      // A refusal by the server is not the page's fault; the journey looks at what the page makes of it.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) fault(message.text());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && !this.#known.has(origin)) fault(`asked elsewhere for ${request.url()}`);
    });
    const person = { name, page, context };
    this.#people.push(person);
    return person;
  }

  /** Somebody who comes in by their personal link and stands in the room. */
  async comesIn(name: string, link: string, looks: Looks = {}): Promise<Person> {
    const person = await this.person(name, looks);
    await person.page.goto(link);
    await person.page.waitForURL('**/room');
    return person;
  }

  /** Somebody who comes in over a line of their own. */
  async comesInOverLine(name: string, link: string, looks: Looks = {}): Promise<Person & { readonly line: Line }> {
    const line = await layLine(this.server.address);
    this.#lines.push(line);
    this.#known.add(line.address);
    return { ...(await this.comesIn(name, link.replace(this.server.address, line.address), looks)), line };
  }

  /** The address of a page, from its path. */
  at(path: string): string {
    return `${this.server.address}${path}`;
  }

  /** After each test: pictures where it failed. @throws Error with what went wrong unseen */
  async review(failed: boolean, test: string): Promise<void> {
    if (failed) await this.#picture(test);
    const faults = this.#faults.splice(0);
    if (faults.length > 0) throw new Error(`What went wrong unseen:\n${faults.join('\n')}`);
  }

  async #picture(test: string): Promise<void> {
    const folder = join(tmpdir(), 'rostrum-journeys', test.replaceAll(/\W+/g, '-').slice(0, 80));
    mkdirSync(folder, { recursive: true });
    for (const { name, page } of this.#people) {
      if (!page.isClosed()) await page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-')}.png`) });
    }
    process.stdout.write(`Pictures of the pages: ${folder}\n`);
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await Promise.all(this.#lines.map((line) => line.close()));
    await this.#server?.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

/**
 * Sets the stage for the tests of a file.
 * @param settings of the server beside those of every test
 */
export function journey(settings: Readonly<Record<string, string>> = {}): Journey {
  const stage = new Journey();
  beforeAll(() => stage.open(settings));
  afterEach(({ task }) => stage.review(task.result?.state === 'fail', task.name));
  afterAll(() => stage.close());
  return stage;
}

/** Milliseconds that something took, beside what it gave. Told in the output, never judged. */
export async function timed<T>(doing: () => Promise<T>): Promise<readonly [T, number]> {
  const started = performance.now();
  const given = await doing();
  return [given, Math.round(performance.now() - started)];
}
