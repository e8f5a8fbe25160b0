/** A change of one part of a text. Lines and columns are counted from 1, columns in UTF-16 code units. */
export interface TextEdit {
  /** Line of the first replaced character. */
  readonly startLine: number;
  /** Column of the first replaced character. */
  readonly startColumn: number;
  /** Line of the character after the last replaced one. */
  readonly endLine: number;
  /** Column of the character after the last replaced one. */
  readonly endColumn: number;
  /** The text in place of the replaced one; empty for a removal. */
  readonly text: string;
}
