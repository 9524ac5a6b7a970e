// The command line as a whole: help, wrong use, and how it is reached from a clone of the repository.

import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { longRecord } from './long-record.ts';
import { newFolder, rostrum } from './rostrum.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LAUNCHER = join(ROOT, 'bin', 'rostrum.mjs');

describe('help', () => {
  test('names every command', async () => {
    const { code, said, complained } = await rostrum(['--help']);
    expect([code, complained]).toEqual([0, '']);
    for (const command of ['copy', 'backup', 'check']) expect(said).toContain(`rostrum ${command}`);
  });

  test.for(['copy', 'backup', 'check'])('of %s says what it does, with an example', async (command) => {
    const { code, said } = await rostrum([command, '--help']);
    expect(code).toBe(0);
    expect(said).toMatch(new RegExp(`^rostrum ${command} --from .*\\n\\n[^]*\\n {2}rostrum ${command} --from `));
    expect(said.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('is what one gets who names no command, as a mistake', async () => {
    expect(await rostrum([])).toMatchObject({
      code: 2,
      said: '',
      complained: expect.stringContaining('rostrum copy') as string,
    });
    expect(await rostrum(['move'])).toMatchObject({
      code: 2,
      complained: 'There is no command "move". See: rostrum --help\n',
    });
  });
});

describe('from a clone', () => {
  const elsewhere = newFolderWithRecord();

  test('the launcher takes relative paths from where it is called', async () => {
    const cwd = await elsewhere();
    expect(
      await rostrum(['check', '--from', 'sqlite:./data'], { cwd, program: [process.execPath, LAUNCHER] }),
    ).toMatchObject({
      code: 0,
      said: expect.stringContaining('10 events') as string,
    });
  });

  test('so does npm run', async () => {
    const cwd = await elsewhere();
    const words = ['run', '--silent', '--prefix', ROOT, 'rostrum', '--', 'check', '--from', './data'];
    const ended = await rostrum(words, { cwd, program: ['npm'] });
    expect(ended).toMatchObject({ code: 0, said: expect.stringContaining(join(relative('/', cwd), 'data')) as string });
  });

  test('what the program answers is what the launcher answers', async () => {
    const program = [process.execPath, LAUNCHER] as const;
    expect(await rostrum(['copy'], { program })).toMatchObject({ code: 2, said: '' });
    expect(await rostrum(['check', '--from', newFolder()], { program })).toMatchObject({ code: 1, said: '' });
  });
});

function newFolderWithRecord(): () => Promise<string> {
  return async () => {
    const cwd = newFolder();
    await longRecord(join(cwd, 'data'), 10);
    return cwd;
  };
}
