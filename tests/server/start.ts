// Starts the real server as a process of its own, as `npm start` does, on a port that the system chooses.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The server itself. */
export const MAIN = fileURLToPath(new URL('../../api/src/main.ts', import.meta.url));

/** The password of the account `admin` on servers that tests start. */
export const ADMIN_PASSWORD = 'a password for the tests';

export type Server = {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string;
  /** Everything it printed so far. */
  readonly lines: readonly string[];
  readonly pid: number;
  /** SIGKILL: no farewell. */
  readonly kill: () => Promise<void>;
  /** SIGTERM: it leaves in good order. Gives its exit code. */
  readonly stop: () => Promise<number | null>;
};

/**
 * @param directory of the data
 * @param env settings beside those of a test
 * @throws Error with what it printed where it ends before it listens
 */
export const startServer = (directory: string, env: Readonly<Record<string, string>> = {}): Promise<Server> =>
  startProcess([MAIN], {
    PORT: '0',
    DATA_DIR: directory,
    ADMIN_PASSWORD,
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
    ...env,
  });

/**
 * Starts a server that says where it is.
 * @param command script and arguments, for Node
 * @param says the line in which it does, with the address in its first group
 */
export async function startProcess(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
  says = /^Rostrum is at (http:\/\/\S+)$/,
): Promise<Server> {
  const child = spawn(process.execPath, [...command], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (line: string) => {
      lines.push(line);
      const found = says.exec(line);
      if (found) resolve(found[1]!);
    };
    createInterface(child.stdout).on('line', hear);
    createInterface(child.stderr).on('line', hear);
    void exited.then(([code]) =>
      reject(new Error(`The server ended with ${code} before it listened:\n${lines.join('\n')}`)),
    );
  });
  return {
    address,
    lines,
    pid: child.pid!,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
  };
}

/** Signs in as the administrator; gives the cookie to send along. */
export async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: 'admin', password: ADMIN_PASSWORD }),
  });
  if (!response.ok) throw new Error(`Signing in failed: ${await response.text()}`);
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}
