// What the real server writes of its own accord, and readers of $all therefore meet: users, statistics and the
// metadata of the stream that holds them.

import { randomUUID } from 'node:crypto';
import type { Log } from './log.ts';
import type { Proposed } from './record.ts';

const STATISTICS = '$stats-127.0.0.1:2113';

const event = (type: string, data: unknown): Proposed => ({
  id: randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from(JSON.stringify(data)),
  metadata: new Uint8Array(0),
});

/** What stands in the log of a new server. */
export function furnish(log: Log): void {
  log.append(`$$${STATISTICS}`, [event('$metadata', { $maxAge: 86_400 })], 'any');
  for (const loginName of ['admin', 'ops']) {
    const user = { loginName, fullName: 'A user of the server', salt: '', hash: '', disabled: false };
    log.append(`$user-${loginName}`, [event('$UserCreated', user)], 'any');
    const reference = { contentType: 'application/octet-stream', data: Buffer.from(loginName) };
    log.append('$users', [{ ...event('$User', ''), ...reference }], 'any');
  }
}

/** What the server notes of itself every so often. */
export function noteStatistics(log: Log, times: number): void {
  for (let time = 0; time < times; time += 1) {
    const statistics = { 'proc-mem': 250_000_000 + time, 'sys-cpu': 12.5, 'es-queue-MainQueue-length': time };
    log.append(STATISTICS, [event('$statsCollected', statistics)], 'any');
  }
}
