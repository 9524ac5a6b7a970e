import { describe, expect, it } from 'vitest';
import { createKeyed } from './keyed.ts';

describe('the key of a form', () => {
  const record = () => {
    const sent: [key: string, content: string][] = [];
    return {
      sent,
      send: createKeyed(async (key, content) => {
        sent.push([key, content]);
      }),
    };
  };

  it('is the same while the same content is tried again', async () => {
    const { sent, send } = record();
    await send('key-1', 'a');
    await send('key-1', 'a');
    expect(sent).toEqual([
      ['key-1', 'a'],
      ['key-1', 'a'],
    ]);
  });

  it('is another for other content, and the first again for the first content', async () => {
    const { sent, send } = record();
    await send('key-1', 'a');
    await send('key-1', 'b');
    await send('key-1', 'a');
    const [first, second, third] = sent.map(([key]) => key);
    expect(first).toBe('key-1');
    expect(second).not.toBe('key-1');
    expect(third).toBe('key-1');
  });

  it('begins anew with each thing that is done', async () => {
    const { sent, send } = record();
    await send('key-1', 'a');
    await send('key-2', 'b');
    expect(sent.map(([key]) => key)).toEqual(['key-1', 'key-2']);
  });
});
