// How somebody looks at the pages: in which language, on what screen, in the light or in the dark.

import type { BrowserContextOptions } from 'playwright-core';

export type Looks = {
  readonly language?: 'en' | 'zh-CN';
  readonly theme?: 'light' | 'dark';
  /** `wide`: 1440 px with a mouse; `phone`: 360 px with fingers. */
  readonly on?: 'wide' | 'phone';
};

const screens: Readonly<Record<NonNullable<Looks['on']>, BrowserContextOptions>> = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
};

/** What a context is opened with, for somebody who looks so. */
export const contextOptions = ({ language = 'en', theme = 'light', on = 'wide' }: Looks = {}) => ({
  ...screens[on],
  locale: language === 'en' ? 'en-GB' : language,
  timezoneId: 'Europe/Zurich',
  colorScheme: theme,
  reducedMotion: 'reduce' as const,
});
