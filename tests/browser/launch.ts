/** How the journeys launch Chromium: headless, talking to nobody but the server under test. */
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  // A camera and a microphone that are always there: whether a page may use them is still asked.
  '--use-fake-device-for-media-stream',
  '--no-first-run',
];

/** The options for launching the browser at `executablePath`; root has no sandbox to offer. */
export function launchOptions(executablePath: string): LaunchOptions {
  const asRoot = process.getuid?.() === 0;
  return { executablePath, headless: true, args: asRoot ? [...quiet, '--no-sandbox'] : quiet };
}

/** Launches the browser at `executablePath`. Throws when it does not start. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch(launchOptions(executablePath));
}
