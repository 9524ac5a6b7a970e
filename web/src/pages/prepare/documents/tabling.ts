// Files that were dropped on items of the agenda, on their way: looked at, stored under their digest, and tabled under the
// item. Each says how far it is, and why where it does not go through.

import { createSignal, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';
import { storeFile } from '../../../api/files.ts';
import { newKey } from '../../../api/key.ts';
import { asProblem } from '../../../api/problem.ts';
import type { Problem } from '../../../api/problem.ts';
import { useSession } from '../../../api/session.tsx';
import { useLive } from '../../../live/use-live.tsx';
import { faultWithin, mediaTypeOf, titleOf } from './file.ts';
import type { Fault } from './file.ts';

export type TablingFile = {
  readonly key: string;
  readonly itemId: string;
  readonly file: File;
  /** Bytes that have gone out. */
  readonly sent: number;
  /** Why it cannot be tabled, or did not go through; null while it is under way. */
  readonly wrong: { readonly fault: Fault } | { readonly problem: Problem } | null;
};

export type Tabling = {
  readonly under: (itemId: string) => readonly TablingFile[];
  readonly table: (itemId: string, files: readonly File[]) => void;
  readonly retry: (key: string) => void;
  readonly dismiss: (key: string) => void;
  /** How many are under way. */
  readonly count: Accessor<number>;
};

export function createTabling(): Tabling {
  const live = useLive();
  const session = useSession();
  const [all, setAll] = createSignal<readonly TablingFile[]>([]);
  const gone = new AbortController();
  onCleanup(() => gone.abort());

  const change = (key: string, to: Partial<TablingFile>) =>
    setAll((files) => files.map((file) => (file.key === key ? { ...file, ...to } : file)));
  const dismiss = (key: string) => setAll((files) => files.filter((file) => file.key !== key));

  async function send({ key, itemId, file }: TablingFile): Promise<void> {
    change(key, { sent: 0, wrong: null });
    try {
      const fault = await faultWithin(file);
      if (fault !== null) return void change(key, { wrong: { fault } });
      const { sha256 } = await storeFile(live.meetingId, file, {
        onProgress: (sent) => change(key, { sent }),
        signal: gone.signal,
      });
      const about = { fileName: file.name, mediaType: mediaTypeOf(file), sizeBytes: file.size, sha256 };
      await live.send('table-document', { ...about, itemId, title: titleOf(file.name) || file.name }, key);
      dismiss(key);
    } catch (thrown) {
      if (gone.signal.aborted) return;
      const problem = asProblem(thrown);
      change(key, { wrong: { problem } });
      if (problem.status === 401) session.lose();
    }
  }

  return {
    under: (itemId) => all().filter((file) => file.itemId === itemId),
    count: () => all().filter(({ wrong }) => wrong === null).length,
    table: (itemId, files) => {
      const dropped = files.map((file): TablingFile => ({ key: newKey(), itemId, file, sent: 0, wrong: null }));
      setAll((before) => [...before, ...dropped]);
      for (const file of dropped) void send(file);
    },
    retry: (key) => {
      const file = all().find((other) => other.key === key);
      if (file) void send(file);
    },
    dismiss,
  };
}
