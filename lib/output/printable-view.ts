import { printable } from '../core/printable';
import { type Block, type Cell, marksOf, type NoteItem, type Records, type Row, textOf } from './report';

// Strings may be foreign names. Renderers add their own characters afterwards.

/** The blocks of a view with every string printable. */
export function printableBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.map(printableBlock);
}

/** The records of a view with every field printable. */
export function printableRecords({ columns, rows }: Records): Records {
  return { columns, rows: rows.map((row) => row.map(printable)) };
}

function printableBlock(block: Block): Block {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
      return { ...block, text: printable(block.text) };
    case 'notes':
      return { ...block, items: block.items.map(printableItem) };
    case 'commands':
      return { ...block, lines: block.lines.map(printable) };
    case 'grid':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, heading: column.heading.map(printable) })),
        rows: block.rows.map(printableRow),
      };
  }
}

function printableItem({ mark, text, command }: NoteItem): NoteItem {
  return { mark: printable(mark), text: printable(text), ...(command === undefined ? {} : { command: printable(command) }) };
}

function printableRow({ details, ...row }: Row): Row {
  return { ...row, cells: row.cells.map(printableCell), ...(details === undefined ? {} : { details: details.map(printable) }) };
}

function printableCell(cell: Cell): Cell {
  return typeof cell === 'string' ? printable(cell) : { text: printable(textOf(cell)), marks: printable(marksOf(cell)) };
}
