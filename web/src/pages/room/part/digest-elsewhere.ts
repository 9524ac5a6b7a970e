// The digest for pages that were not fetched over HTTPS, in a chunk of its own.

export { sha256Of } from '@rostrum/events';
