// Security headers. API answers allow nothing to be loaded at all; pages load from this origin alone, no inline script or
// style. Every answer is dressed by one of these, so that none leaves without.

export type HeaderRecord = Readonly<Record<string, string>>;

const EVERYWHERE: HeaderRecord = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** For JSON, event streams and downloads: nothing may be loaded, framed or kept by a cache on the way. */
export const API_HEADERS: HeaderRecord = {
  ...EVERYWHERE,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** For pages and what they are made of. Camera, microphone and screen are for the meeting itself. */
export const PAGE_HEADERS: HeaderRecord = {
  ...EVERYWHERE,
  'content-security-policy': PAGE_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), geolocation=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
};

/** For servers whose public address is https: browsers come back by https alone (RFC 6797). */
export const STRICT_TRANSPORT: HeaderRecord = { 'strict-transport-security': 'max-age=31536000' };
