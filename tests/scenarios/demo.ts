// `npm run demo`: plays the conference of 2021 into a fresh folder, by the clock of that day, and then serves it by today's.
// Prints how to come in as organizer, chair, attendee and archivist.

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, Log, openHouse, readSettings } from '@rostrum/api/server';
import type { House } from '@rostrum/api/server';
import type { Actor, MeetingState } from '@rostrum/events';
import { systemClock } from '@rostrum/infra';
import { openFolderFiles, openLocalProcessHome, openSqliteEventStore } from '@rostrum/infra/adapters';
import { ReadModels } from '@rostrum/projections/tables';
import { digitalSpace2021, MEETING_ID, ORGANIZER, plan, rosterId, scenario } from './digital-space-2021/script.ts';
import { play } from './play.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The clock of the play until it is over, then the system's. */
const clock = {
  stepped: null as string | null,
  now: () => clock.stepped ?? systemClock.now(),
  set: (now: string) => void (clock.stepped = now),
};

const directory = mkdtempSync(join(tmpdir(), 'rostrum-demo-'));
const adminPassword = randomBytes(12).toString('base64url');
const settings = readSettings({ ...process.env, DATA_DIR: directory, ADMIN_PASSWORD: adminPassword }, process.cwd());
const log = new Log({ level: 'warn', clock, plain: true, write: (line) => process.stdout.write(line) });
const store = await openSqliteEventStore({ directory });
const files = openFolderFiles({ directory: join(directory, 'files') });
const readModels = ReadModels.open(join(directory, 'read-models.sqlite'));
let address = '';
const house = await openHouse({
  settings,
  publicUrl: () => settings.publicUrl ?? address,
  store,
  processHome: openLocalProcessHome({ directory: join(directory, 'processes') }),
  files,
  readModels,
  clock,
  newId: randomUUID,
  log,
  secrets: [randomBytes(32)],
  webRoot: join(import.meta.dirname, '..', '..', 'web', 'dist'),
});

say(`Playing “${scenario.title.en}” …`);
await files.put(plan.bytes);
const actorOf = (as: string, meeting: MeetingState): Actor =>
  as === ORGANIZER
    ? { kind: 'account', id: 'organizer', name: 'Secretariat', roles: ['organizer'] }
    : { kind: 'attendee', id: rosterId(meeting, as), meetingId: MEETING_ID, name: as };
await play(house, MEETING_ID, digitalSpace2021(), actorOf, clock);
clock.stepped = null;

const listening = await listen(house, settings).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
address = listening.address;
const doors = await invite(house);

const page = `${settings.publicUrl ?? address}/meetings/${MEETING_ID}`;
say(`
The meeting     ${page}
Its archive     ${page}/archive
The API         ${settings.publicUrl ?? address}/api/docs

Organizer       ${settings.publicUrl ?? address}/sign-in   name: organizer   password: ${doors.organizer}
Archivist       ${settings.publicUrl ?? address}/sign-in   name: archivist   password: ${doors.archivist}
Administrator   ${settings.publicUrl ?? address}/sign-in   name: admin       password: ${adminPassword}
Chair           ${doors.chair}
Attendee        ${doors.attendee}

Use a private window for each. All of it is in ${directory} and goes when this ends (Ctrl-C).`);

/** Makes the accounts and the personal links over HTTP, as an administrator would. */
async function invite({ app, deps }: House) {
  let cookie = '';
  const post = async (path: string, body: object): Promise<Response> => {
    const response = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response;
  };
  const session = await post('/api/session', { signInName: 'admin', password: adminPassword });
  cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const account = async (signInName: string, name: string, roles: string[]) => {
    const password = randomBytes(12).toString('base64url');
    await post('/api/accounts', { signInName, name, roles, password });
    return password;
  };
  const { state } = await deps.commands.stateOf('meeting', MEETING_ID);
  const link = async (name: string) => {
    const issued = await post(`/api/meetings/${MEETING_ID}/links`, { attendeeIds: [rosterId(state, name)] });
    return ((await issued.json()) as { url: string }[])[0]!.url;
  };
  return {
    organizer: await account('organizer', 'Secretariat', ['organizer']),
    archivist: await account('archivist', 'Archivist', ['archivist']),
    chair: await link(scenario.chair),
    attendee: await link('Chen Guoying'),
  };
}

let leaving = false;
const leave = async () => {
  // Ctrl-C reaches the whole group of processes and may arrive twice.
  if (leaving) return;
  leaving = true;
  await listening.close();
  await store.close();
  readModels.close();
  rmSync(directory, { recursive: true, force: true });
  process.exit(0);
};
process.on('SIGINT', () => void leave());
process.on('SIGTERM', () => void leave());
