// Several nodes as processes of their own on one event store, which may be killed and started again one by one, as the
// machines of a deployment are.

import { onTestFinished } from 'vitest';
import type { EventStoreDbServer } from '../eventstoredb/server.ts';
import { startServer } from '../server/start.ts';
import type { Server } from '../server/start.ts';
import { folder, newSecret, readiness } from './given.ts';

/** One place in the deployment: the process that is there now, if any. */
type Place = { readonly directory: string; server: Server | undefined };

export class Deployment {
  readonly #store: EventStoreDbServer;
  readonly #secret = newSecret();
  readonly #places: readonly Place[];
  #ended = false;

  private constructor(store: EventStoreDbServer, count: number) {
    this.#store = store;
    this.#places = Array.from({ length: count }, () => ({ directory: folder(), server: undefined }));
  }

  /** Starts so many nodes; they are killed when the test is over. */
  static async of(store: EventStoreDbServer, count: number): Promise<Deployment> {
    const deployment = new Deployment(store, count);
    onTestFinished(() => deployment.#end());
    for (const place of deployment.#places) await deployment.#start(place);
    return deployment;
  }

  /** The addresses of the nodes that run now. */
  get addresses(): readonly string[] {
    return this.#places.flatMap(({ server }) => (server ? [server.address] : []));
  }

  /** True where every node runs. */
  get isWhole(): boolean {
    return this.addresses.length === this.#places.length;
  }

  /** Kills a node with no farewell, and starts it again after so many milliseconds. */
  async kill(index: number, away: number): Promise<void> {
    const place = this.#places[index % this.#places.length]!;
    const { server } = place;
    if (!server) return;
    place.server = undefined;
    await server.kill();
    await new Promise((resolve) => setTimeout(resolve, away));
    await this.#start(place);
  }

  /** True where every node runs and is ready. */
  async isReady(): Promise<boolean> {
    if (!this.isWhole) return false;
    const all = await Promise.all(this.addresses.map((address) => readiness(address).catch(() => [0])));
    return all.every(([status]) => status === 200);
  }

  /** Everything that the nodes which run now have printed. */
  get lines(): readonly string[] {
    return this.#places.flatMap(({ server }) => server?.lines ?? []);
  }

  async #start(place: Place): Promise<void> {
    const { directory } = place;
    const server = await startServer(directory, { EVENT_STORE: this.#store.url, SECRET: this.#secret });
    if (this.#ended) await server.kill();
    else place.server = server;
  }

  async #end(): Promise<void> {
    this.#ended = true;
    await Promise.all(this.#places.map(async ({ server }) => server?.kill()));
  }
}
