// English: what every page says, and where the words of each area are. It is the language that says which keys there are.

import { en } from '../en.ts';
import type { LanguageFile } from '../language-file.ts';

export const language: LanguageFile = {
  words: en,
  areas: {
    after: async () => (await import('../en/after.ts')).after,
    archive: async () => {
      const [page, events] = await Promise.all([import('../en/archive.ts'), import('../en/record.ts')]);
      return { ...page.archive, ...events.record };
    },
    desk: async () => {
      const [page, names] = await Promise.all([import('../en/desk.ts'), import('../en/fields.ts')]);
      return { ...page.desk, ...names.fields };
    },
    drafts: async () => (await import('../en/drafts.ts')).drafts,
    finding: async () => (await import('../en/finding.ts')).finding,
    prepare: async () => (await import('../en/prepare.ts')).prepare,
    ready: async () => (await import('../en/ready.ts')).ready,
    record: async () => (await import('../en/record.ts')).record,
    room: async () => (await import('../en/room.ts')).room,
    screen: async () => (await import('../en/screen.ts')).screen,
    steward: async () => (await import('../en/steward.ts')).steward,
  },
};
