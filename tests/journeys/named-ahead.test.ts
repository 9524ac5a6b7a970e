// What the server names ahead is what the page of this very build loads: the application, the room and the reader's words.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatherCouncil } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';

const MANIFEST = join(import.meta.dirname, '..', '..', 'web', 'dist', '.vite', 'manifest.json');

describe.skipIf(noBrowser)('what the attendee’s page needs', () => {
  const stage = journey();

  it.each([
    ['en', 'src/i18n/languages/en.ts', 'src/i18n/en/room.ts'],
    ['zh-CN', 'src/i18n/languages/zh-CN.ts', 'src/i18n/zh-CN/room.ts'],
  ] as const)('is named ahead, and nothing that it does not load (%s)', async (language, words, roomWords) => {
    const { links } = await gatherCouncil(stage.secretariat, 'convened', {
      meetingId: `ahead-${language.toLowerCase()}`,
    });
    const { page } = await stage.person(language, { language });
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).pathname));
    const answer = await page.goto(links.tanaka);
    await page.waitForURL('**/room');
    await page.locator('#root').getByRole('heading').first().waitFor();

    const named = Array.from((answer?.headers()['link'] ?? '').matchAll(/<([^>]+)>/g), ([, path]) => path!);
    const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, { file: string }>;
    for (const module of ['src/app.tsx', 'src/pages/room/page.tsx', words, roomWords])
      expect(named).toContain(`/${manifest[module]!.file}`);
    expect(named.filter((path) => !asked.has(path))).toEqual([]);
  });
});
