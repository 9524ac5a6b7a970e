// Taking the step that was seen, and no other: it is sent with the revision it was seen at. Where the record has moved on
// meanwhile it is sent again only while the desk still shows the same step; so two who press at one moment advance once.

import { Problem } from '../../../api/problem.ts';

/** What the desk shows and can do, at each moment it is asked. */
export type Standing = {
  /** The step that is shown now, as `stepKey` writes it. */
  readonly shown: () => string;
  readonly revision: () => number;
  /** Resolves once the desk shows more of the record than that revision, or when that takes too long. */
  readonly movedOnFrom: (revision: number) => Promise<void>;
  /** Gives the step's command at a revision. @throws Problem */
  readonly give: (revision: number) => Promise<unknown>;
};

/** A step that came up less than so many milliseconds ago is not the one that a hand was on its way to. */
export const SETTLES = 400;

/** Tries, while what others record leaves the step as it is: hands go up at any moment. */
const TRIES = 8;

/** Codes with which taking a step is refused on this page. */
export const STEP_CHANGED = 'desk.step-changed';

const changed = () => new Problem(409, STEP_CHANGED, 'The next step is another one by now.');

/**
 * Takes a step.
 * @throws Problem with the code `desk.step-changed` where the desk shows another one by now; whatever `give` throws
 */
export async function takeStep(seen: string, desk: Standing): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    if (desk.shown() !== seen) throw changed();
    const revision = desk.revision();
    try {
      await desk.give(revision);
      return;
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.code !== 'meeting.stale-revision' || tries === TRIES) throw thrown;
    }
    await desk.movedOnFrom(revision);
  }
}
