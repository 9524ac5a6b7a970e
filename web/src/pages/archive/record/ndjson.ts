// Reads lines of JSON (NDJSON) as they arrive: text goes in cut anywhere, whole lines come out as what they say.

export class LinesOfJson<Line> {
  #rest = '';

  /**
   * Takes the next piece and gives the lines that it completes.
   * @throws SyntaxError where a line is no JSON
   */
  push(piece: string): Line[] {
    const end = piece.lastIndexOf('\n');
    if (end < 0) {
      this.#rest += piece;
      return [];
    }
    const whole = this.#rest + piece.slice(0, end);
    this.#rest = piece.slice(end + 1);
    return whole.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Line]));
  }

  /**
   * Ends the text: a last line needs no line break.
   * @throws SyntaxError where it broke off in the middle of a line
   */
  end(): Line[] {
    return this.push('\n');
  }
}
