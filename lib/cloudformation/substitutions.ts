/** A `${Name}` in the text of an `Fn::Sub`, or a `${!Name}`, which is the literal `${Name}`. */
export interface Substitution {
  /** Index of its `$` in the text. */
  readonly start: number;
  /** Index after its `}`. */
  readonly end: number;
  /** Text between the braces, without the `!` of a literal. */
  readonly name: string;
  /** Whether it is a literal: nothing is filled in. */
  readonly isLiteral: boolean;
}

/** Every substitution of a string, in order. Uses indexes, because a pattern would take quadratic time for unclosed `${`. */
export function substitutionsIn(text: string): readonly Substitution[] {
  const found: Substitution[] = [];
  let start = text.indexOf('${');
  while (start !== -1) {
    const brace = text.indexOf('}', start);
    if (brace === -1) break;
    const isLiteral = text.startsWith('!', start + 2);
    found.push({ start, end: brace + 1, name: text.slice(start + (isLiteral ? 3 : 2), brace), isLiteral });
    start = text.indexOf('${', brace);
  }
  return found;
}
