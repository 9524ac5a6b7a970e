// The shape of a problem document, for the API's description.

import * as z from 'zod';

export const problemSchema = z
  .looseObject({
    type: z.string().describe('`urn:rostrum:problem:` and the code.'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable: `<part>.<reason>`, such as `floor.already-held`.'),
    detail: z.string().describe('A sentence that says what holds it and what to do.'),
    facts: z.record(z.string(), z.unknown()).optional().describe('What the sentence speaks of, for programs.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('Each field at fault. What was sent is never repeated.'),
    instance: z.string().describe('The number of the request, as in the server’s log.'),
  })
  .meta({ id: 'Problem' });
