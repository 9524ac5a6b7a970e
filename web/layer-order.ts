/**
 * Puts the order of the cascade's layers at the head of every style sheet. The browser takes it from the sheet that comes
 * first, and which one that is depends on how the bundler cuts the pages.
 */
import type { Plugin } from 'vite';

/** @param layers the names of the layers, what counts least first */
export function layerOrder(...layers: readonly string[]): Plugin {
  const statement = `@layer ${layers.join(', ')};`;
  return {
    name: 'layer-order',
    enforce: 'pre',
    transform: {
      filter: { id: /\/web\/src\/[^?]*\.css$/ },
      handler: (code) => ({ code: `${statement}\n${code}`, map: null }),
    },
  };
}
