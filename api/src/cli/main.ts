// The command line: `rostrum copy`, `rostrum backup`, `rostrum check`. Finds the command, runs it, and turns what it throws
// into a sentence and an exit code.

import {
  CopyRefused,
  EventTooLarge,
  FileDamaged,
  FilesUnavailable,
  OutcomeUnknown,
  StoreRefused,
  StoreUnavailable,
} from '@rostrum/infra';
import { backup } from './backup.ts';
import { BackupRefused } from './backup/refusal.ts';
import { check } from './check.ts';
import { WrongUse } from './command.ts';
import type { CliCommand } from './command.ts';
import { copy } from './copy.ts';
import { Interrupted, interruption } from './interruption.ts';

const commands: Readonly<Record<string, CliCommand>> = { copy, backup, check };

const help = `Rostrum: the record of formal meetings, kept, moved and looked after.

${Object.entries(commands)
  .map(([name, { summary }]) => `  rostrum ${name.padEnd(8)}${summary}`)
  .join('\n')}

  rostrum <command> --help says more and gives examples. The server itself is started with npm start.

Exit codes: 0 all is well, 1 it failed or found faults, 2 it was used wrongly.`;

/** Errors whose message is all that an operator needs. */
const SENTENCES = [
  BackupRefused,
  CopyRefused,
  EventTooLarge,
  FileDamaged,
  FilesUnavailable,
  Interrupted,
  OutcomeUnknown,
  StoreRefused,
  StoreUnavailable,
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** npm runs a script in the package's folder and says in INIT_CWD where it was called. */
const startedFrom = (process.env['npm_lifecycle_event'] === 'rostrum' && process.env['INIT_CWD']) || process.cwd();

async function run([name, ...words]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') return (say(help), 0);
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    complain(name === undefined ? help : `There is no command ${JSON.stringify(name)}. See: rostrum --help`);
    return 2;
  }
  if (words.includes('--help') || words.includes('-h')) return (say(command.help), 0);
  try {
    return await command.run(words, { startedFrom, env: process.env, say, signal: interruption() });
  } catch (error) {
    if (error instanceof WrongUse) {
      complain(`${error.message} See: rostrum ${name} --help`);
      return 2;
    }
    const known = SENTENCES.some((kind) => error instanceof kind);
    complain(
      known ? (error as Error).message : `Something unforeseen went wrong. ${(error as Error)?.stack ?? String(error)}`,
    );
    return 1;
  }
}

// A closed pipe, as of `| head`, is no failure of ours.
process.stdout.on('error', () => process.exit(1));
process.exitCode = await run(process.argv.slice(2));
