/** What the file system answers besides success, as the port of the files says it. */

import { FilesUnavailable } from './port.ts';

/** Does it; what fails is FilesUnavailable. */
export async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskFailure(error);
  }
}

export function diskFailure(cause: unknown): FilesUnavailable {
  const full = ['ENOSPC', 'EDQUOT'].includes(codeOf(cause) ?? '');
  return new FilesUnavailable(full ? 'files.disk-full' : 'files.io', { cause });
}

/** The code of a system error, such as `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
