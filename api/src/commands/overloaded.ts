// Too much at once: said plainly, so that clients wait and the server stays able to answer.

/** More commands wait for one meeting than will be handled in good time. Nothing was decided. */
export class Overloaded extends Error {
  constructor() {
    super('Too many commands wait for this meeting.');
    this.name = 'Overloaded';
  }
}
