// Why camera and microphone could not be opened, by what the browser threw (Media Capture and Streams, section 10.2).

export type Trouble = 'denied' | 'none' | 'busy' | 'insecure' | 'other';

const named: Readonly<Record<string, Trouble>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export const troubleOf = (thrown: unknown): Trouble =>
  (thrown instanceof Error ? named[thrown.name] : undefined) ?? 'other';
