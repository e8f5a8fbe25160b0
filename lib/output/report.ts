import type { JunitSuite } from './junit-suite';

/**
 * The output of a command as data: computed once, rendered in any format. A view computes a report and never pads or
 * colors; a renderer pads and colors and never computes.
 */
export interface Report extends View {
  /** The whole answer as plain data in the published schema, for JSON. Every other format shows a part of it. */
  readonly data: object;
  /** The answer as a SARIF log; only of commands that check files. */
  readonly sarif?: object;
  /** Changes of files as a unified diff, which the table shows instead of `blocks`; only of commands that would make them. */
  readonly patch?: string;
  /** The limits of the command as test cases; only of commands that have the format. */
  readonly junit?: JunitSuite;
  /** The answer as a comment of a pull request, which Markdown is for. Default: `blocks`. */
  readonly comment?: Comment;
}

/** The parts of a report for people and spreadsheets. */
export interface View {
  /** The answer for a person, from top to bottom. */
  readonly blocks: readonly Block[];
  /** The answer as flat records, for a spreadsheet. */
  readonly records: Records;
}

/** A comment of a pull request, which later runs replace. */
export interface Comment {
  /** Text of the HTML comment in its first line, by which a pipeline finds its comment again. */
  readonly marker: string;
  /** The part that is shown. */
  readonly blocks: readonly Block[];
  /** The part that is shown after a click on its summary. Default: none. */
  readonly details?: { readonly summary: string; readonly blocks: readonly Block[] };
}

/** A flat table for spreadsheets. */
export interface Records {
  /** Column names. */
  readonly columns: readonly string[];
  /** One string per column, in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
}

/** One part of a report. */
export type Block = Title | Heading | Paragraph | Notes | Commands | Grid;

/** The first line of a report: its subject. */
export interface Title {
  /** Discriminator. */
  readonly kind: 'title';
  /** One line. */
  readonly text: string;
}

/** The line above a part of the report. */
export interface Heading {
  /** Discriminator. */
  readonly kind: 'heading';
  /** One line. */
  readonly text: string;
}

/** Sentences over the whole width. */
export interface Paragraph {
  /** Discriminator. */
  readonly kind: 'paragraph';
  /** Wrapped by renderers. */
  readonly text: string;
}

/** Footnotes or list items: a mark with its text. */
export interface Notes {
  /** Discriminator. */
  readonly kind: 'notes';
  /** In the order of the marks. */
  readonly items: readonly NoteItem[];
}

/** One footnote or list item. */
export interface NoteItem {
  /** Before the text; empty for none. */
  readonly mark: string;
  /** Wrapped by renderers. */
  readonly text: string;
  /** A command after the text. Never wrapped, so that it can be copied. Default: none. */
  readonly command?: string;
}

/** Commands of a shell, to be copied. */
export interface Commands {
  /** Discriminator. */
  readonly kind: 'commands';
  /** One command each; never wrapped. */
  readonly lines: readonly string[];
}

/** A table. The first column names the row; columns that do not fit side by side are continued below. */
export interface Grid {
  /** Discriminator. */
  readonly kind: 'grid';
  /** From left to right. */
  readonly columns: readonly Column[];
  /** From top to bottom. */
  readonly rows: readonly Row[];
}

/** One column of a table. */
export interface Column {
  /** Lines of the heading, from top to bottom. */
  readonly heading: readonly string[];
  /** Numbers are aligned right. */
  readonly align: 'left' | 'right';
  /** Text of this column may be wrapped when the table is too wide. */
  readonly wraps?: boolean;
}

/** One row of a table. */
export interface Row {
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** Default: plain. */
  readonly style?: RowStyle;
  /** Whether a line is drawn above the row, as above a total. Default: false. */
  readonly ruleAbove?: boolean;
  /** Lines of small print below the row, over the whole width. */
  readonly details?: readonly string[];
  /** Whether the row ends with a command, which is never wrapped, so that it can be copied. Default: false. */
  readonly endsWithCommand?: boolean;
  /** Whether the row is dropped when the table does not fit. Default: false. */
  readonly optional?: boolean;
}

/** Emphasis of a row; renderers choose how to show it. */
export type RowStyle = 'plain' | 'group' | 'total' | 'muted' | 'warning';

/** A string, or a string with its footnote marks. */
export type Cell = string | { readonly text: string; readonly marks: string };

/** The text of a cell without its marks. */
export function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** The footnote marks of a cell. */
export function marksOf(cell: Cell): string {
  return typeof cell === 'string' ? '' : cell.marks;
}
