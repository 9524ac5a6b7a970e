import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { eventCatalogue } from './event-catalogue.ts';

test('docs/events.md is the catalogue as it stands (vitest run -u writes it anew)', async () => {
  await expect(eventCatalogue()).toMatchFileSnapshot(fileURLToPath(new URL('../../docs/events.md', import.meta.url)));
});
