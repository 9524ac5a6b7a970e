/** How the web application is built and, while working on it, served in front of a running API. */
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

export default defineConfig({
  plugins: [solid()],
  build: { target: 'es2023', sourcemap: true },
  server: { proxy: { '/api': process.env['ROSTRUM_API'] ?? 'http://127.0.0.1:8080' } },
});
