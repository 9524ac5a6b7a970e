// Which part of the room the address of the page opens, as signals.

import { useSearchParams } from '@solidjs/router';
import type { Accessor } from 'solid-js';
import { sectionNamed } from './sections.ts';
import type { SectionId } from './sections.ts';

export type Shown = {
  readonly section: Accessor<SectionId>;
  readonly statement: Accessor<string | undefined>;
  readonly recipient: Accessor<string | undefined>;
};

/** What the address of the page opens now. */
export function useShown(): Shown {
  const [query] = useSearchParams<{ show: string; statement: string; for: string }>();
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
  return {
    section: () => sectionNamed(one(query.show)),
    statement: () => one(query.statement),
    recipient: () => one(query.for),
  };
}
