import { type Cell, type Column, type Grid, marksOf, type Row, type RowStyle, textOf } from './report';
import { hangingIndent, lengthOf, longestWord, padded, wrap } from './text';

/** One line of a table, with its style. */
export interface GridLine {
  /** Without colors. */
  readonly text: string;
  /** For the renderer. */
  readonly style: RowStyle | 'heading' | 'rule' | 'detail';
}

const INDENT = ' ';
const GAP = '  ';
const DETAIL_INDENT = '     ';
/** Least width of a wrapped column; a narrower one would have one word per line. */
const MIN_WRAPPED_WIDTH = 18;

/** Indent of the lines of a wrapped cell after the first. */
const CONTINUATION = '  ';
/** Indent of a column that is below rows that begin with a name, less than that of details. */
const BELOW_INDENT = '   ';

/**
 * Lays a table out in a width: in full if it fits, else without its optional rows, else wrapped, else with the wrapping column
 * below each row if a word of it would be cut, else in parts below each other, which are wrapped as well.
 */
export function layOut(grid: Grid, width: number): GridLine[] {
  if (fits(grid, width)) return draw(grid, naturalWidths(grid), width);
  const lean = { ...grid, rows: grid.rows.filter((row) => !row.optional) };
  if (fits(lean, width)) return draw(lean, naturalWidths(lean), width);
  const below = columnBelow(lean, width);
  if (below !== undefined) return drawBelow(lean, below, width);
  const wrapped = wrappedWidths(lean, width);
  if (wrapped !== undefined) return draw(lean, wrapped, width);
  return parts(grid, width).flatMap((part, index) => [
    ...(index === 0 ? [] : [{ text: '', style: 'plain' as const }]),
    ...draw(part, fits(part, width) ? naturalWidths(part) : (wrappedWidths(part, width) ?? naturalWidths(part)), width),
  ]);
}

function fits(grid: Grid, width: number): boolean {
  return tableWidth(naturalWidths(grid)) <= width;
}

function tableWidth(widths: readonly number[]): number {
  return INDENT.length + widths.reduce((sum, column) => sum + column, 0) + GAP.length * Math.max(0, widths.length - 1);
}

function naturalWidths(grid: Grid): number[] {
  return grid.columns.map((column, index) => {
    // A command may be wider than the table, and is in the last column.
    const rows = index === grid.columns.length - 1 ? grid.rows.filter((row) => row.endsWithCommand !== true) : grid.rows;
    const text = largest(rows, (row) => lengthOf(textOf(row.cells[index] ?? '')));
    return Math.max(text + marksWidth(grid, index), ...column.heading.map(lengthOf));
  });
}

/** Width of the marks of each column, computed once for a table: every row needs it. */
const marksWidths = new WeakMap<Grid, readonly number[]>();

function marksWidth(grid: Grid, index: number): number {
  const known = marksWidths.get(grid);
  const widths = known ?? grid.columns.map((_, column) => largest(grid.rows, (row) => lengthOf(marksOf(row.cells[column] ?? ''))));
  if (known === undefined) marksWidths.set(grid, widths);
  return widths[index] ?? 0;
}

/** The largest of the numbers of a list that may be too long for the arguments of a function; zero for an empty one. */
function largest<T>(items: readonly T[], numberOf: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, numberOf(item)), 0);
}

/** Widths with the wrapping column as narrow as needed; undefined without a wrapping column, or when it would be too narrow. */
function wrappedWidths(grid: Grid, width: number): number[] | undefined {
  const natural = naturalWidths(grid);
  const index = grid.columns.findIndex((column) => column.wraps === true);
  const spare = (natural[index] ?? 0) - (tableWidth(natural) - width);
  if (index < 0 || spare < MIN_WRAPPED_WIDTH) return undefined;
  return natural.map((column, at) => (at === index ? spare : column));
}

/**
 * The wrapping column if it has a word that would be cut, such as the id of a resource, and the other columns fit without it;
 * undefined if there is none. The first column names the row, and stays.
 */
function columnBelow(grid: Grid, width: number): number | undefined {
  const index = grid.columns.findIndex((column) => column.wraps === true);
  if (index < 1) return undefined;
  const natural = naturalWidths(grid);
  const spare = (natural[index] ?? 0) - (tableWidth(natural) - width);
  const rows = grid.rows.filter((row) => !isCommand(row, grid, index));
  const word = largest(rows, (row) => longestWord(textOf(row.cells[index] ?? '')));
  const isCut = word + CONTINUATION.length + marksWidth(grid, index) > Math.max(spare, MIN_WRAPPED_WIDTH);
  return isCut && fits(without(grid, index), width) ? index : undefined;
}

function isCommand(row: Row, grid: Grid, index: number): boolean {
  return row.endsWithCommand === true && index === grid.columns.length - 1;
}

function without(grid: Grid, index: number): Grid {
  return only(
    grid,
    grid.columns.flatMap((_, at) => (at === index ? [] : [at])),
    true,
  );
}

function drawBelow(grid: Grid, index: number, width: number): GridLine[] {
  const others = without(grid, index);
  const widths = naturalWidths(others);
  const heading = (grid.columns[index]?.heading ?? []).join(' ').trim();
  const indent = belowIndent(grid, widths);
  return [
    ...headings(others, widths),
    ...(heading === '' ? [] : [{ text: indent + heading, style: 'heading' as const }]),
    ...others.rows.flatMap((row, at) => drawRow(others, row, widths, width, belowLines(grid, grid.rows[at], { index, indent, width }))),
  ];
}

/** Below numbers, such as those of lines, nothing is printed, so that they can be found. */
function belowIndent(grid: Grid, widths: readonly number[]): string {
  return grid.columns[0]?.align === 'right' ? INDENT + ' '.repeat(widths[0] ?? 0) + GAP : BELOW_INDENT;
}

/** Where the text of a column is printed below a row. */
interface Below {
  /** Of the column. */
  readonly index: number;
  /** Spaces before every line. */
  readonly indent: string;
  /** Characters of a line, with the indent. */
  readonly width: number;
}

function belowLines(grid: Grid, row: Row | undefined, { index, indent, width }: Below): string[] {
  const cell = row?.cells[index] ?? '';
  const text = textOf(cell).trim() + marksOf(cell);
  if (row === undefined || text === '') return [];
  if (isCommand(row, grid, index)) return [indent + text];
  return hangingIndent(indent, text, width);
}

/** The table cut between columns; each part starts with the column that names the rows. */
function parts(grid: Grid, width: number): Grid[] {
  const widths = naturalWidths(grid);
  const chunks: number[][] = [];
  let chunk: number[] = [];
  for (let index = 1; index < widths.length; index++) {
    const wider = [0, ...chunk, index].map((at) => widths[at] ?? 0);
    if (chunk.length > 0 && tableWidth(wider) > width) {
      chunks.push(chunk);
      chunk = [];
    }
    chunk.push(index);
  }
  const all = [...chunks, chunk];
  return all.map((indices, part) => only(grid, [0, ...indices], part === all.length - 1));
}

/** The table with some of its columns. Details of rows are in the last part only. */
function only(grid: Grid, indices: readonly number[], withDetails: boolean): Grid {
  const pick = <T>(items: readonly T[], missing: T): T[] => indices.map((index) => items[index] ?? missing);
  return {
    kind: 'grid',
    columns: pick<Column>(grid.columns, { heading: [], align: 'left' }),
    rows: grid.rows.map(({ details, ...row }) => ({
      ...row,
      cells: pick<Cell>(row.cells, ''),
      ...(withDetails && details !== undefined ? { details } : {}),
    })),
  };
}

function draw(grid: Grid, widths: readonly number[], width: number): GridLine[] {
  return [...headings(grid, widths), ...grid.rows.flatMap((row) => drawRow(grid, row, widths, width))];
}

function headings(grid: Grid, widths: readonly number[]): GridLine[] {
  const height = Math.max(...grid.columns.map((column) => column.heading.length));
  return Array.from({ length: height }, (_, line) => ({
    text: joined(
      grid.columns.map((column, index) => {
        const marks = ' '.repeat(column.align === 'right' ? marksWidth(grid, index) : 0);
        const text = column.heading[column.heading.length - height + line] ?? '';
        return padded(lengthOf(text + marks) <= (widths[index] ?? 0) ? text + marks : text, widths[index] ?? 0, column.align);
      }),
    ),
    style: 'heading' as const,
  })).filter((line) => line.text !== '');
}

function drawRow(grid: Grid, row: Row, widths: readonly number[], width: number, below: readonly string[] = []): GridLine[] {
  const style = row.style ?? 'plain';
  const rule = { text: INDENT + '─'.repeat(tableWidth(widths) - INDENT.length), style: 'rule' as const };
  const details = (row.details ?? []).flatMap((detail) => wrap(detail, Math.max(20, width - DETAIL_INDENT.length)));
  return [
    ...(row.ruleAbove ? [rule] : []),
    ...[...cellLines(grid, row, widths), ...below].map((text) => ({ text, style })),
    ...details.map((text) => ({ text: DETAIL_INDENT + text, style: 'detail' as const })),
  ];
}

/** The lines of a row: several when a cell is wrapped. The text of other cells is on the first line. */
function cellLines(grid: Grid, row: Row, widths: readonly number[]): string[] {
  const columns = grid.columns.map((column, index) => {
    const wrapping = isCommand(row, grid, index) ? { ...column, wraps: false } : column;
    return cellOf(row.cells[index] ?? '', wrapping, widths[index] ?? 0, marksWidth(grid, index));
  });
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => joined(columns.map((lines, index) => lines[line] ?? ' '.repeat(widths[index] ?? 0))));
}

/** Marks are to the right of the text, in a space that is reserved in every cell of the column, so that numbers are aligned. */
function cellOf(cell: Cell, column: Column, width: number, marksSpace: number): string[] {
  const text = textOf(cell);
  if (column.align === 'right') return [padded(text + padded(marksOf(cell), marksSpace, 'left'), width, 'right')];
  const lines = column.wraps ? wrapCell(text, width - marksSpace) : [text];
  return lines.map((line, index) => padded(index === lines.length - 1 ? line + marksOf(cell) : line, width, 'left'));
}

function wrapCell(text: string, width: number): string[] {
  if (lengthOf(text) <= width) return [text];
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines = wrap(text.trim(), width - indent.length - CONTINUATION.length);
  return lines.map((line, index) => indent + (index === 0 ? '' : CONTINUATION) + line);
}

function joined(cells: readonly string[]): string {
  return (INDENT + cells.join(GAP)).trimEnd();
}
