// A place where people are present in person: the main hall, a branch hall linked by video.

import * as z from 'zod';
import { id, line } from '../kernel/text.ts';

export const venue = z.strictObject({ venueId: id, name: line(200), main: z.boolean().default(false) });
/** A venue of a meeting; a withdrawn one stays with its mark, since the record may name it. */
export type Venue = z.output<typeof venue> & { readonly withdrawn: boolean };
