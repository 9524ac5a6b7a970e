// What holds of every request, whatever its route: where it may come from, how often, what it is answered with and what
// is logged of it.

import { StoreUnavailable } from '@rostrum/infra';
import { afterEach, describe, expect, test } from 'vitest';
import { plan } from '../conference.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';
import { addressOf } from './address.ts';
import type { AppContext } from './context.ts';
import { Problem, problemOf } from './problem.ts';
import { RATES, RateLimit } from './rate-limit.ts';
import { requestIds } from './request-id.ts';

let house: TestHouse | undefined;
afterEach(async () => {
  await house?.remove();
  house = undefined;
});

const schedule = (headers: Record<string, string>) => house!.send(organizer, 'POST', '/api/meetings', plan, headers);

describe('a request that changes something', () => {
  test.each([
    ['from a page of ours', { 'sec-fetch-site': 'same-origin' }, 201],
    ['from the address bar', { 'sec-fetch-site': 'none' }, 201],
    ['from a program, which sends neither header', {}, 201],
    ['from our own origin, by an old browser', { origin: 'https://meetings.example.org' }, 201],
    [
      'from the host it is sent to, by an old browser',
      { origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080' },
      201,
    ],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    [
      'from another site, with our origin claimed',
      { 'sec-fetch-site': 'cross-site', origin: 'https://meetings.example.org' },
      403,
    ],
    ['from another origin, by an old browser', { origin: 'https://evil.example' }, 403],
    ['from a sandboxed page', { origin: 'null' }, 403],
  ])('%s: %o answers %i', async (_from, headers, status) => {
    house = await openTestHouse({ publicUrl: () => 'https://meetings.example.org' });
    const response = await schedule(headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(
      status === 403 ? { code: 'request.cross-origin' } : { meetingId: 'conference' },
    );
  });

  test('is not asked for its origin where it only reads', async () => {
    house = await openTestHouse();
    expect((await house.send(null, 'GET', '/healthz', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
  });
});

describe('every answer', () => {
  test('carries the security headers, errors too', async () => {
    house = await openTestHouse();
    for (const path of ['/healthz', '/api/openapi.json', '/api/nothing', '/api/meetings/x/give-floor', '/metrics']) {
      const { headers } = await house.send(null, 'GET', path);
      const carried = ['x-content-type-options', 'content-security-policy', 'referrer-policy'].map((name) =>
        headers.get(name),
      );
      expect([path, ...carried]).toEqual([
        path,
        'nosniff',
        "default-src 'none'; frame-ancestors 'none'",
        'no-referrer',
      ]);
    }
  });

  test('asks browsers to come back by https where the public address is https', async () => {
    house = await openTestHouse({ publicUrl: () => 'https://meetings.example.org' });
    expect((await house.send(null, 'GET', '/healthz')).headers.get('strict-transport-security')).toMatch(/^max-age=/);
    await house.remove();
    house = await openTestHouse();
    expect((await house.send(null, 'GET', '/healthz')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('a failure inside', () => {
  test('answers 500 without a word of the inside, and goes to the log whole', async () => {
    house = await openTestHouse({
      around: (store) =>
        new Proxy(store, {
          get: (target, name) => {
            if (name === 'append') return () => Promise.reject(new TypeError('secret detail'));
            const value = target[name as keyof typeof target];
            return typeof value === 'function' ? value.bind(target) : value;
          },
        }),
    });
    const response = await schedule({});
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secret');
    const { instance } = JSON.parse(text) as { instance: string };
    const logged = house.lines.find((line) => line.includes('secret detail'))!;
    expect(logged).toContain(instance.slice('urn:rostrum:request:'.length));
    expect(problemOf('not even an error')).toMatchObject({ status: 500, code: 'server.failed' });
  });
});

describe('the log', () => {
  test('says once that the record is away, not for each request', async () => {
    const away = new StoreUnavailable('store.unreachable', 'The event store does not answer.');
    house = await openTestHouse({
      around: (store) =>
        new Proxy(store, {
          get: (target, name) => {
            if (name === 'append') return () => Promise.reject(away);
            const value = target[name as keyof typeof target];
            return typeof value === 'function' ? value.bind(target) : value;
          },
        }),
    });
    const refused = await Promise.all([schedule({}), schedule({}), schedule({})]);
    expect(refused.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(await refused[0]!.json()).toMatchObject({ code: 'store.unavailable' });
    expect(house.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    expect(house.lines.filter((line) => line.includes('"status":503'))).toHaveLength(3);
  });

  test('has one line for a request, without body, query, cookie or token', async () => {
    house = await openTestHouse({ env: { LOG_LEVEL: 'debug' } });
    await house.send(
      organizer,
      'POST',
      '/api/meetings?key=query-secret',
      { ...plan, title: 'body-secret' },
      { cookie: 'session=cookie-secret', 'idempotency-key': crypto.randomUUID() },
    );
    await house.send(null, 'GET', '/api/meetings/path-secret/give-floor?token=query-secret');
    const requests = house.lines.filter((line) => line.includes('"message":"request"'));
    expect(requests).toHaveLength(2);
    expect(JSON.parse(requests[0]!)).toMatchObject({
      level: 'debug',
      method: 'POST',
      route: '/api/meetings',
      status: 201,
      actor: 'account:organizer-1',
    });
    expect(JSON.parse(requests[1]!)).toMatchObject({ level: 'info', status: 405 });
    expect(house.lines.join('')).not.toMatch(/secret|authorization|test /);
  });
});

describe('a rate limit', () => {
  const limit = (now: { value: number }) => new RateLimit(() => now.value);

  test('lets a burst through, then as many as time brings', () => {
    const now = { value: 0 };
    const rates = limit(now);
    for (let count = 0; count < RATES.doors.burst; count++) rates.take('doors', 'a');
    expect(() => rates.take('doors', 'a')).toThrow(Problem);
    now.value += 1000 / RATES.doors.perSecond;
    rates.take('doors', 'a');
    expect(() => rates.take('doors', 'a')).toThrow(Problem);
  });

  test('holds each caller and each pace by itself', () => {
    const rates = limit({ value: 0 });
    for (let count = 0; count < RATES.doors.burst; count++) rates.take('doors', 'a');
    rates.take('doors', 'b');
    rates.take('commands', 'a');
    expect(() => rates.take('doors', 'a')).toThrow(Problem);
  });

  test('gains nothing from a clock that runs backwards', () => {
    const now = { value: 100_000 };
    const rates = limit(now);
    for (let count = 0; count < RATES.doors.burst; count++) rates.take('doors', 'a');
    now.value = 0;
    expect(() => rates.take('doors', 'a')).toThrow(Problem);
  });

  test('keeps its memory within bounds, whoever comes', () => {
    const rates = limit({ value: 0 });
    for (let caller = 0; caller < 100_500; caller++) rates.take('doors', String(caller));
    expect(() => rates.take('doors', 'one more')).not.toThrow();
  });

  test('answers 429 and says when to come back', async () => {
    house = await openTestHouse({ env: { RATE_LIMITS: 'on' } });
    const answers = [];
    for (let count = 0; count <= RATES.queries.burst; count++)
      answers.push(await house.send(organizer, 'GET', '/api/docs/style.css'));
    const last = answers.at(-1)!;
    expect(answers.at(-2)!.status).toBe(200);
    expect(last.status).toBe(429);
    expect(last.headers.get('retry-after')).toBe('1');
    expect(last.headers.get('ratelimit')).toBe('"queries";r=0;t=1');
    expect(last.headers.get('ratelimit-policy')).toContain(`q=${RATES.queries.burst}`);
    expect(await last.json()).toMatchObject({ code: 'request.too-many' });
    expect((await house.send(null, 'GET', '/api/docs/style.css')).status).toBe(200);
  });
});

describe('the address of a client', () => {
  const from = (remoteAddress: string, forwarded?: string) =>
    ({ env: { incoming: { socket: { remoteAddress } } }, req: { header: () => forwarded } }) as unknown as AppContext;

  test.each([
    ['the connection’s own without proxies', from('192.0.2.7', '203.0.113.9'), 0, '192.0.2.7'],
    ['what the one proxy saw', from('127.0.0.1', '198.51.100.1, 203.0.113.9'), 1, '203.0.113.9'],
    ['what the outer of two proxies saw', from('127.0.0.1', '198.51.100.1, 203.0.113.9, 10.0.0.2'), 2, '203.0.113.9'],
    ['the connection’s own where no proxy reports any', from('192.0.2.7'), 1, '192.0.2.7'],
    ['IPv4 where it comes as IPv6', from('::ffff:192.0.2.7'), 0, '192.0.2.7'],
    ['the network of an IPv6 address', from('2001:db8:1:2:3:4:5:6'), 0, '2001:db8:1:2'],
  ])('is %s', (_what, c, proxies, address) => {
    expect(addressOf(c, proxies)).toBe(address);
  });
});

test('numbers of requests are the proxy’s where proper, else our own, each once', () => {
  const next = requestIds();
  expect(next('edge-0123456789')).toBe('edge-0123456789');
  const own = [next(undefined), next('short'), next('has space 1234'), next('<script>alert(1)')];
  expect(new Set(own).size).toBe(4);
  for (const id of own) expect(id).toMatch(/^[A-Za-z0-9]{8}\.[0-9a-z]+$/);
});
