// Measurements in the Prometheus text format (version 0.0.4): counters, gauges read when asked, and histograms. Children
// of a labelled metric are kept by the caller, so that counting on the hot path is one addition.

export type Labels = Readonly<Record<string, string>>;

export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** The sample lines, without HELP and TYPE. */
  samples(): string[];
}

/** One count of a counter; keep it where it is used often. */
export class Tally {
  #value = 0;

  get value(): number {
    return this.#value;
  }

  add(amount = 1): void {
    this.#value += amount;
  }
}

/** Something that only grows. */
export class Counter implements Metric {
  readonly type = 'counter';
  readonly name: string;
  readonly help: string;
  readonly #tallies = new Map<string, Tally>();

  constructor(name: string, help: string) {
    this.name = name;
    this.help = help;
  }

  add(amount = 1, labels: Labels = {}): void {
    this.of(labels).add(amount);
  }

  /** The count for these labels, the same one each time. */
  of(labels: Labels = {}): Tally {
    const key = written(labels);
    const known = this.#tallies.get(key);
    if (known) return known;
    const tally = new Tally();
    this.#tallies.set(key, tally);
    return tally;
  }

  samples(): string[] {
    return [...this.#tallies].map(([labels, { value }]) => `${this.name}${labels} ${value}`);
  }
}

/** Something that is read at the moment it is asked for. */
export class Gauge implements Metric {
  readonly type: 'gauge' | 'counter';
  readonly name: string;
  readonly help: string;
  readonly #read: () => number | readonly (readonly [Labels, number])[];

  /** @param type `counter` where what is read only grows */
  constructor(
    name: string,
    help: string,
    read: () => number | readonly (readonly [Labels, number])[],
    type: 'gauge' | 'counter' = 'gauge',
  ) {
    this.type = type;
    this.name = name;
    this.help = help;
    this.#read = read;
  }

  samples(): string[] {
    const value = this.#read();
    const pairs = typeof value === 'number' ? [[{}, value] as const] : value;
    return pairs.map(([labels, number]) => `${this.name}${written(labels)} ${number}`);
  }
}

/** One set of buckets: how often a value fell at or below each bound. */
export class Distribution {
  readonly bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  observe(value: number): void {
    this.#sum += value;
    this.#count += 1;
    for (let place = 0; place < this.bounds.length; place++) {
      if (value <= this.bounds[place]!) {
        this.#counts[place]! += 1;
        return;
      }
    }
  }

  samples(name: string, labels: Labels): string[] {
    let below = 0;
    const buckets = this.bounds.map((bound, place) => {
      below += this.#counts[place]!;
      return `${name}_bucket${written({ ...labels, le: String(bound) })} ${below}`;
    });
    return [
      ...buckets,
      `${name}_bucket${written({ ...labels, le: '+Inf' })} ${this.#count}`,
      `${name}_sum${written(labels)} ${this.#sum}`,
      `${name}_count${written(labels)} ${this.#count}`,
    ];
  }
}

/** Values spread over buckets, by label. */
export class Histogram implements Metric {
  readonly type = 'histogram';
  readonly name: string;
  readonly help: string;
  readonly #bounds: readonly number[];
  readonly #children = new Map<string, { readonly labels: Labels; readonly distribution: Distribution }>();

  constructor(name: string, help: string, bounds: readonly number[]) {
    this.name = name;
    this.help = help;
    this.#bounds = bounds;
  }

  /** The distribution for these labels, the same one each time; keep it where it is used often. */
  of(labels: Labels = {}): Distribution {
    const key = written(labels);
    const known = this.#children.get(key);
    if (known) return known.distribution;
    const distribution = new Distribution(this.#bounds);
    this.#children.set(key, { labels, distribution });
    return distribution;
  }

  samples(): string[] {
    return [...this.#children.values()].flatMap(({ labels, distribution }) => distribution.samples(this.name, labels));
  }
}

/** All metrics of one server. */
export class Registry {
  readonly #metrics = new Map<string, Metric>();

  /** @throws Error where the name is taken */
  add<M extends Metric>(metric: M): M {
    if (this.#metrics.has(metric.name)) throw new Error(`The metric ${metric.name} exists already.`);
    this.#metrics.set(metric.name, metric);
    return metric;
  }

  /** The whole page, as `GET /metrics` answers it. */
  page(): string {
    return [...this.#metrics.values()]
      .map((metric) =>
        [`# HELP ${metric.name} ${metric.help}`, `# TYPE ${metric.name} ${metric.type}`, ...metric.samples()].join(
          '\n',
        ),
      )
      .join('\n')
      .concat('\n');
  }
}

/** Bounds in seconds that suit requests, decisions and appends: 0.1 ms to 10 s. */
export const SECONDS = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
] as const;

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
