import { printable } from '../core/printable';
import { type Block, type Cell, marksOf, type NoteItem, type Row, textOf, type View } from './report';

/** The view with every string printable, because strings may be foreign names. Renderers add their own characters afterwards. */
export function printableView({ blocks, records }: View): View {
  return {
    blocks: blocks.map(printableBlock),
    records: { columns: records.columns, rows: records.rows.map((row) => row.map(printable)) },
  };
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
