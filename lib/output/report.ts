/**
 * What a command has to say, before it is text: computed once, rendered in any format. A view computes a report and
 * never pads or colours; a renderer pads and colours and never computes.
 */
export interface Report extends View {
  /** The whole answer as plain data in the published schema, for JSON. Every other format shows a part of it. */
  readonly data: object;
  /** The answer as a SARIF log, of commands that find faults in files. */
  readonly sarif?: object;
}

/** A report as far as it is read by people and spreadsheets. */
export interface View {
  /** The answer for a person, from top to bottom. */
  readonly blocks: readonly Block[];
  /** The answer as flat records, for a spreadsheet. */
  readonly records: Records;
}

export interface Records {
  readonly columns: readonly string[];
  /** One text a column, in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
}

export type Block = Title | Heading | Paragraph | Notes | Grid;

/** The first line of a report: what it is about. */
export interface Title {
  readonly kind: 'title';
  readonly text: string;
}

export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** Footnotes, or a list of remarks: a mark and its text. */
export interface Notes {
  readonly kind: 'notes';
  readonly items: readonly { readonly mark: string; readonly text: string }[];
}

/** A table. The first column names the row; when the others don't fit beside each other, they are continued below. */
export interface Grid {
  readonly kind: 'grid';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  /** Lines of the heading, from top to bottom. */
  readonly heading: readonly string[];
  readonly align: 'left' | 'right';
  /** Text of this column may be wrapped when the table is too wide. */
  readonly wraps?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly style?: RowStyle;
  /** A line above the row: what follows is a sum of what precedes. */
  readonly ruleAbove?: boolean;
  /** Lines of small print below the row, over the whole width. */
  readonly details?: readonly string[];
  /** Dropped where the table would otherwise not fit. */
  readonly optional?: boolean;
}

export type RowStyle = 'plain' | 'group' | 'total' | 'muted' | 'warning';

/** A text, with the footnote marks that hang on it. */
export type Cell = string | { readonly text: string; readonly marks: string };

export function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

export function marksOf(cell: Cell): string {
  return typeof cell === 'string' ? '' : cell.marks;
}
