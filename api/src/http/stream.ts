// Answers that go out in pieces. Where one breaks off in the middle the connection is cut, so that nobody takes the part
// for the whole, and nothing of the reason goes out.

import { answer } from './answer.ts';
import type { AppContext } from './context.ts';
import type { HeaderRecord } from './headers.ts';

/** An answer whose body may fail while it is on its way. */
export function answerStream(
  c: AppContext,
  body: ReadableStream<Uint8Array>,
  status: number,
  headers: HeaderRecord,
): Response {
  const reader = body.getReader();
  const breakOff = (controller: ReadableStreamDefaultController, error: unknown) => {
    c.get('log').error('An answer broke off.', error);
    const { outgoing } = c.env ?? {};
    // The server would end the body in good order with the error's message as its last piece.
    if (outgoing) outgoing.destroy();
    else controller.error(new Error('The answer broke off.'));
  };
  const guarded = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        breakOff(controller, error);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return answer(guarded, status, headers);
}
