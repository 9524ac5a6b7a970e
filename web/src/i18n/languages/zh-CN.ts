// Simplified Chinese. What the catalogue and the server write in English is put into Chinese by tables of its own.

import { loadHanFaces } from '../../styles/han.ts';
import type { LanguageFile } from '../language-file.ts';
import { zhCN } from '../zh-CN.ts';

export const language: LanguageFile = {
  words: zhCN,
  areas: {
    after: async () => (await import('../zh-CN/after.ts')).after,
    archive: async () => {
      const [page, events] = await Promise.all([import('../zh-CN/archive.ts'), import('../zh-CN/record.ts')]);
      return { ...page.archive, ...events.record };
    },
    desk: async () => {
      const [page, names] = await Promise.all([import('../zh-CN/desk.ts'), import('../zh-CN/fields.ts')]);
      return { ...page.desk, ...names.fields };
    },
    drafts: async () => (await import('../zh-CN/drafts.ts')).drafts,
    finding: async () => (await import('../zh-CN/finding.ts')).finding,
    prepare: async () => (await import('../zh-CN/prepare.ts')).prepare,
    ready: async () => (await import('../zh-CN/ready.ts')).ready,
    record: async () => (await import('../zh-CN/record.ts')).record,
    room: async () => (await import('../zh-CN/room.ts')).room,
    screen: async () => (await import('../zh-CN/screen.ts')).screen,
    steward: async () => (await import('../zh-CN/steward.ts')).steward,
  },
  tables: {
    commandTitles: async () => (await import('../zh-CN/command-titles.ts')).commandTitles,
    inputSentences: async () => (await import('../zh-CN/input-sentences.ts')).inputSentences,
    refusals: async () => (await import('../zh-CN/refusals.ts')).refusals,
  },
  loadFaces: loadHanFaces,
};
