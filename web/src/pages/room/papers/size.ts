// The size of a file, in the unit that gives a figure one can read.

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `482 kB`, `1.2 MB`: decimal units, one decimal below ten. */
export function sizeInWords(language: string, bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step]!,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 0 && value < 10 ? 1 : 0,
  }).format(value);
}
