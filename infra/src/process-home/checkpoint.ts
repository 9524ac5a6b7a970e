/** A checkpoint as JSON: a position has more digits than a number of JSON can be trusted with. */

import * as z from 'zod';
import type { Checkpoint } from './port.ts';

export const checkpointSchema = z.object({
  position: z
    .string()
    .regex(/^\d{1,20}$/)
    .transform(BigInt),
  stream: z.string(),
  revision: z.int().min(0),
  eventId: z.string(),
});

/** What `checkpointSchema` reads. */
export const checkpointText = (checkpoint: Checkpoint): z.input<typeof checkpointSchema> => ({
  ...checkpoint,
  position: String(checkpoint.position),
});
