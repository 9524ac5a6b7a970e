// Several nodes on one store are one house at the doors: who is let in at one is known at all, and who is shown out at
// one is shown out at all.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestHouse, TestHouseOptions } from '../house.fixture.ts';
import { StreamReader } from '../live/sse.fixture.ts';
import {
  accountWith,
  administratorOf,
  issueLinks,
  MEETING,
  openHouseWithDoors,
  PASSWORD,
  scheduleWith,
  Visitor,
} from './visitor.fixture.ts';
import type { ProblemAnswer } from './visitor.fixture.ts';

let here: TestHouse;
let there: TestHouse;
let others: TestHouse[];
beforeEach(async () => {
  here = await openHouseWithDoors();
  others = [];
  there = await another();
});
afterEach(async () => {
  for (const house of others) await house.remove();
  await here.remove();
});

async function another(options: TestHouseOptions = {}): Promise<TestHouse> {
  const house = await openHouseWithDoors({ beside: here, ...options });
  others.push(house);
  return house;
}

/** The same person with the same cookie, at another node. */
const at = (house: TestHouse, { cookie }: Visitor) => new Visitor(house, cookie);

async function following(visitor: Visitor): Promise<StreamReader> {
  const response = await visitor.ask('GET', `/api/meetings/${MEETING}/live`);
  expect(response.status).toBe(200);
  const stream = new StreamReader(response);
  await stream.next();
  return stream;
}

/** Reads past what else was recorded, to how the stream ends. */
async function ending(stream: StreamReader): Promise<unknown> {
  for (;;) {
    const message = await stream.next();
    if (!message || message.event === 'ended') return message?.data;
  }
}

describe('a session', () => {
  let root: Visitor;
  let organizer: Visitor;
  beforeEach(async () => {
    root = await administratorOf(here);
    organizer = await accountWith(here, root, ['organizer']);
    await scheduleWith(organizer, ['wei']);
  });

  test('opened at one node is one at every node, and signed out at one it is over at every node', async () => {
    const elsewhere = at(there, organizer);
    expect(await elsewhere.here()).toMatchObject({ accountId: 'zhou.ping', roles: ['organizer'] });
    const stream = await following(elsewhere);
    await organizer.ask('DELETE', '/api/session');
    expect(await ending(stream)).toEqual({ reason: 'session-ended' });
    expect(await elsewhere.here()).toBe('session.ended');
  });

  test('by a link ends at one node when the link is revoked at another', async () => {
    const [link] = await issueLinks(organizer);
    const wei = new Visitor(here);
    await wei.comeBy(link!.url);
    const stream = await following(wei);
    await at(there, organizer).does('POST', `/api/meetings/${MEETING}/links/${link!.linkId}/revoke`);
    expect(await ending(stream)).toEqual({ reason: 'session-ended' });
    expect(await wei.here()).toBe('session.ended');
  });

  test('shows what other roles let it see, changed at another node, from the moment they change', async () => {
    await organizer.does('POST', `/api/meetings/${MEETING}/convene-meeting`, {});
    const elsewhere = at(there, organizer);
    await expect.poll(() => elsewhere.ask('GET', `/api/meetings/${MEETING}`).then(({ status }) => status)).toBe(200);
    const stream = await following(elsewhere);
    await root.does('POST', '/api/accounts/zhou.ping/set-roles', { roles: ['archivist'] });
    for (;;) {
      const message = await stream.next();
      if (message?.event === 'recorded') continue;
      expect(message).toMatchObject({ event: 'snapshot', data: { audience: 'attendees' } });
      break;
    }
    await root.does('POST', '/api/accounts/zhou.ping/disable-account');
    expect(await ending(stream)).toEqual({ reason: 'session-ended' });
  });

  test('is opened at one node with what was made at another a moment ago', async () => {
    for (let count = 0; count < 5; count++) {
      const signInName = `li.${count}`;
      await root.does('POST', '/api/accounts', { signInName, name: 'Li', roles: [], password: PASSWORD });
      expect((await new Visitor(there).signIn(signInName)).status).toBe(200);
    }
    // The door is in memory there, and knows nothing of the link yet.
    await new Visitor(there).comeBy(`${MEETING}.${'A'.repeat(32)}`);
    const [link] = await issueLinks(organizer);
    expect((await new Visitor(there).comeBy(link!.url)).status).toBe(200);
  });
});

describe('the first administrator', () => {
  const tokenAt = (house: TestHouse) => house.deps.doors.setupLink()?.split('#')[1] ?? 'no token';
  const claim = (house: TestHouse, signInName: string) =>
    new Visitor(house).ask('POST', '/api/setup', {
      token: tokenAt(here),
      signInName,
      name: 'Root',
      password: `${PASSWORD} of ${signInName}`,
    });

  test('is made at any node by the link that every node prints', async () => {
    expect(tokenAt(there)).toBe(tokenAt(here));
    expect((await claim(there, 'root')).status).toBe(201);
    await expect.poll(() => here.deps.doors.setupLink()).toBeNull();
    expect((await new Visitor(here).signIn('root', `${PASSWORD} of root`)).status).toBe(200);
  });

  const ONCE = ['made', 'setup.done'];
  test.each([
    ['different names', 'root.here', 'root.there', [ONCE]],
    // With the same password it may be one request that came twice.
    ['the same name', 'root', 'root', [ONCE, ['made', 'made']]],
  ])('is made once where two nodes are asked at once, by %s', async (_what, nameHere, nameThere, allowed) => {
    const answers = await Promise.all([claim(here, nameHere), claim(there, nameThere)]);
    const outcomes = await Promise.all(
      answers.map(async (answer) => (answer.ok ? 'made' : ((await answer.json()) as ProblemAnswer).code)),
    );
    expect(allowed).toContainEqual(outcomes.toSorted());
    for (const house of [here, there]) {
      await house.deps.accounts.reached();
      expect(house.deps.accounts.all()).toHaveLength(1);
    }
    const [made] = here.deps.accounts.all();
    expect(made).toEqual(there.deps.accounts.all()[0]);
  });

  test('is made once by ADMIN_PASSWORD where two nodes start at once', async () => {
    const env = { ADMIN_PASSWORD: 'first password of all' };
    const both = await Promise.all([another({ env }), another({ env })]);
    for (const house of both) {
      await house.deps.accounts.reached();
      expect(house.deps.accounts.all()).toHaveLength(1);
      expect((await new Visitor(house).signIn('admin', env.ADMIN_PASSWORD)).status).toBe(200);
      expect(house.deps.doors.setupLink()).toBeNull();
    }
    const types: string[] = [];
    for await (const page of here.store.readStream('account-admin')) types.push(...page.map(({ type }) => type));
    expect(types).toEqual(['AccountCreated', 'PasswordSet']);
  });
});
