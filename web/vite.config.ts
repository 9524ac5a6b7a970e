/** How the web application is built and, while working on it, served in front of a running API. */
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { layerOrder } from './layer-order.ts';
import { keepApart, markPure } from './pure-packages.ts';
import { groups } from './together.ts';

const api = process.env['ROSTRUM_API'] ?? 'http://127.0.0.1:8080';

/** The packages without I/O, clock or chance. */
const pure = /\/(?:events|projections)\/src\/[^?]*\.ts(?:\?apart)?$/;

export default defineConfig({
  plugins: [
    solid(),
    layerOrder('base', 'component', 'page'),
    keepApart(/\/web\/src\/catalogue\.ts$/, pure),
    markPure(pure),
  ],
  build: {
    target: 'es2023',
    // light-dark(), oklch() and nesting stay as they are written.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    sourcemap: true,
    // The Content Security Policy knows 'self' alone: nothing is inlined as a data: URL, and no script stands in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Which chunk loads which: read by what counts the bytes of a page.
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': api, '/healthz': api, '/readyz': api } },
});
