// Dates, times, durations and numbers as a language writes them. Making an Intl formatter is slow, so each is made once.

/** Instants are RFC 3339 text, durations seconds. Dates and times are those of the formats' time zone. */
export type Formats = {
  /** `Wednesday, 26 May 2021` */
  readonly longDay: (instant: string) => string;
  /** `26 May 2021` */
  readonly day: (instant: string) => string;
  /** `May`, `5月`, for a block that shows a date large. */
  readonly month: (instant: string) => string;
  /** `May 2021` */
  readonly monthOfYear: (instant: string) => string;
  /** `24–30 May 2021`: from one day to another. */
  readonly days: (from: string, to: string) => string;
  /** `Wednesday` */
  readonly weekdayName: (instant: string) => string;
  /** `Wed` */
  readonly weekday: (instant: string) => string;
  /** `26` */
  readonly dayOfMonth: (instant: string) => string;
  readonly year: (instant: string) => string;
  /** `09:00`, of 24 hours. */
  readonly time: (instant: string) => string;
  /** `09:00:12` */
  readonly timeWithSeconds: (instant: string) => string;
  /** `26 May 2021, 09:00–11:50`, with both days where they differ. */
  readonly span: (from: string, to: string) => string;
  /** The zone itself: `GMT+8`. */
  readonly zone: (instant: string) => string;
  /** `2021-05-26`: the calendar day, to compare and to group by. */
  readonly isoDay: (instant: string) => string;
  readonly number: (value: number) => string;
  /** `1 hr 12 min`, in whole minutes; below one minute in seconds. */
  readonly duration: (seconds: number) => string;
  /** `Asia/Shanghai` and the like; the zone in which all of this is written. */
  readonly timeZone: string;
};

const made = new Map<string, Formats>();

/**
 * The formats of a language in a time zone.
 * @param timeZone IANA name; where it is absent, or this browser does not know it, the reader's own.
 */
export function formats(language: string, timeZone = ownTimeZone()): Formats {
  const key = `${language} ${timeZone}`;
  let found = made.get(key);
  if (!found) {
    found = make(language, knows(timeZone) ? timeZone : ownTimeZone());
    made.set(key, found);
  }
  return found;
}

/** The time zone of the reader's machine. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function knows(timeZone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

function make(language: string, timeZone: string): Formats {
  // British English writes the day first and the clock in 24 hours, as the record does.
  const locale = language === 'en' ? 'en-GB' : language;
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = dates(options);
    return (instant: string) => format.format(new Date(instant));
  };
  const part = (name: Intl.DateTimeFormatPartTypes, options: Intl.DateTimeFormatOptions) => {
    const format = dates(options);
    return (instant: string) => format.formatToParts(new Date(instant)).find(({ type }) => type === name)?.value ?? '';
  };
  const range = dates({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
  const days = dates({ dateStyle: 'long' });
  const number = new Intl.NumberFormat(locale);
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return {
    longDay: written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    day: written({ day: 'numeric', month: 'long', year: 'numeric' }),
    month: written({ month: 'short' }),
    monthOfYear: written({ month: 'long', year: 'numeric' }),
    days: (from, to) => days.formatRange(new Date(from), new Date(to)),
    weekdayName: written({ weekday: 'long' }),
    weekday: written({ weekday: 'short' }),
    dayOfMonth: part('day', { day: 'numeric' }),
    year: part('year', { year: 'numeric' }),
    time: written({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    timeWithSeconds: written({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    span: (from, to) => range.formatRange(new Date(from), new Date(to)),
    zone: part('timeZoneName', { timeZoneName: 'shortOffset' }),
    isoDay: (instant) => iso.format(new Date(instant)),
    number: (value) => number.format(value),
    duration: (seconds) => duration(language, seconds),
    timeZone,
  };
}

function duration(language: string, seconds: number): string {
  const unit = (value: number, name: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return unit(whole, 'second');
  const minutes = Math.round(whole / 60);
  const parts = [
    ...(minutes >= 60 ? [unit(Math.floor(minutes / 60), 'hour')] : []),
    ...(minutes % 60 > 0 || minutes < 60 ? [unit(minutes % 60, 'minute')] : []),
  ];
  return parts.join(' ');
}

/** A running clock: `4:05`, from an hour on `1:12:40`; below zero with a minus sign. Whole seconds. */
export function clock(seconds: number): string {
  const whole = Math.trunc(Math.abs(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const written = `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
  return seconds <= -1 ? `−${written}` : written;
}
