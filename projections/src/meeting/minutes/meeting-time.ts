// Instants as the minutes write them: in the meeting's time zone, with digits and words that do not change with the
// version of the language data. `Intl` is asked for numbers alone.

import type { Instant } from '@rostrum/events';
import type { MinutesWords } from './words.ts';

type Fields = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const two = (number: number): string => String(number).padStart(2, '0');

export class MeetingTime {
  readonly #format: Intl.DateTimeFormat;
  readonly #words: MinutesWords;
  readonly #known = new Map<string, Fields>();

  constructor(timeZone: string, words: MinutesWords) {
    this.#words = words;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** `26 May 2021`. */
  day(instant: Instant): string {
    const { year, month, day } = this.#fields(instant);
    return this.#words.day(year, month, day);
  }

  /** `09:05`. */
  minute(instant: Instant): string {
    const { hour, minute } = this.#fields(instant);
    return `${two(hour)}:${two(minute)}`;
  }

  /** `09:05:30`. */
  second(instant: Instant): string {
    return `${this.minute(instant)}:${two(this.#fields(instant).second)}`;
  }

  /** `26 May 2021, 09:05`. */
  moment(instant: Instant): string {
    return this.#words.dayAndTime(this.day(instant), this.minute(instant));
  }

  /** `09:05`, or with its day where that is not the day of the other instant. */
  minuteBeside(instant: Instant, other: Instant): string {
    return this.day(instant) === this.day(other) ? this.minute(instant) : this.moment(instant);
  }

  /** The zone's distance from UTC at an instant: `UTC+08:00`. */
  offset(instant: Instant): string {
    const { year, month, day, hour, minute, second } = this.#fields(instant);
    const minutes = Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - Date.parse(instant)) / 60_000);
    const distance = Math.abs(minutes);
    return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
  }

  #fields(instant: Instant): Fields {
    const known = this.#known.get(instant);
    if (known) return known;
    const parts = this.#format.formatToParts(new Date(instant));
    const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
    const fields = {
      year: number('year'),
      month: number('month'),
      day: number('day'),
      hour: number('hour'),
      minute: number('minute'),
      second: number('second'),
    };
    this.#known.set(instant, fields);
    return fields;
  }
}
