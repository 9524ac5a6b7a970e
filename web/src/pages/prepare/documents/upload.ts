// A file on its way to the server: stored under its digest first, then named by a command.

import { createSignal, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';
import { storeFile } from '../../../api/files.ts';
import { useSession } from '../../../api/session.tsx';
import { Problem } from '../../../api/problem.ts';
import { useLive } from '../../../live/use-live.tsx';
import { faultOf, faultWithin, mediaTypeOf } from './file.ts';
import type { Fault } from './file.ts';

/** What a command says of a file. */
export type TabledFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

export type Uploading = {
  readonly file: Accessor<File | null>;
  readonly choose: (file: File) => void;
  /** Why the chosen file cannot be tabled; null where it can, and until its first bytes are read. */
  readonly fault: Accessor<Fault | null>;
  /** Bytes that have gone out; null while nothing is under way. */
  readonly sent: Accessor<number | null>;
  /** Stores the file, unless it is stored already. Throws Problem. */
  readonly store: () => Promise<TabledFile>;
};

/** Follows one file from its choice to its digest. An upload under way ends with the component. */
export function createUpload(): Uploading {
  const live = useLive();
  const session = useSession();
  const [file, setFile] = createSignal<File | null>(null);
  const [fault, setFault] = createSignal<Fault | null>(null);
  const [sent, setSent] = createSignal<number | null>(null);
  const gone = new AbortController();
  let stored: { readonly of: File; readonly file: TabledFile } | null = null;
  onCleanup(() => gone.abort());

  async function store(): Promise<TabledFile> {
    const chosen = file()!;
    if (stored?.of === chosen) return stored.file;
    setSent(0);
    try {
      const { sha256 } = await storeFile(live.meetingId, chosen, { onProgress: setSent, signal: gone.signal });
      stored = {
        of: chosen,
        file: { fileName: chosen.name, mediaType: mediaTypeOf(chosen), sizeBytes: chosen.size, sha256 },
      };
      return stored.file;
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.status === 401) session.lose();
      throw thrown;
    } finally {
      setSent(null);
    }
  }

  function choose(next: File): void {
    setFile(next);
    setFault(faultOf(next));
    void look(next);
  }

  async function look(chosen: File): Promise<void> {
    try {
      const found = await faultWithin(chosen);
      if (file() === chosen) setFault(found);
    } catch {
      // A file that cannot be read is said to be so when it is stored.
    }
  }

  return { file, choose, fault, sent, store };
}
