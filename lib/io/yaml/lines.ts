/** Line numbers of positions in a string, counted from 1. Lines are indexed at the first request. */
export class Lines {
  #starts: readonly number[] | undefined;

  constructor(private readonly text: string) {}

  /** The line of a position, counted from 1. */
  lineOf(position: number): number {
    return this.#indexOf(position) + 1;
  }

  /** `line 3, column 14`, as editors count. */
  placeOf(position: number): string {
    const { line, column } = this.pointOf(position);
    return `line ${line}, column ${column}`;
  }

  /** Line and column of a position, counted from 1. */
  pointOf(position: number): { readonly line: number; readonly column: number } {
    const index = this.#indexOf(position);
    return { line: index + 1, column: position - (this.#all()[index] ?? 0) + 1 };
  }

  /** The position of a line and column, counted from 1. */
  positionOf(line: number, column: number): number {
    return (this.#all()[line - 1] ?? this.text.length) + column - 1;
  }

  #indexOf(position: number): number {
    const starts = this.#all();
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low;
  }

  #all(): readonly number[] {
    if (this.#starts === undefined) {
      const starts = [0];
      for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
      this.#starts = starts;
    }
    return this.#starts;
  }
}
