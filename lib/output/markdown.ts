import { withoutCommands } from '../core/printable';
import { type Block, type Grid, marksOf, type Row, textOf } from './report';

/** The blocks of a report as GitHub-flavoured Markdown, for a pull request or a page. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return withoutCommands(`${blocks.map(blockText).join('\n\n')}\n`);
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `## ${escaped(block.text)}`;
    case 'heading':
      return `### ${escaped(block.text)}`;
    case 'paragraph':
      return escapedLine(block.text);
    case 'notes':
      return block.items
        .map(({ mark, text, command }) => {
          const all = command === undefined ? text : `${text}: ${command}`;
          return `- ${mark === '' || mark === '·' ? '' : `${escaped(mark)} `}${escapedLine(all)}`;
        })
        .join('\n');
    case 'commands':
      return ['```bash', ...block.lines, '```'].join('\n');
    case 'grid':
      return gridText(block);
  }
}

function gridText(grid: Grid): string {
  const headings = grid.columns.map((column) => escaped(column.heading.filter((line) => line !== '').join(' ')));
  const rules = grid.columns.map((column) => (column.align === 'right' ? '---:' : ':---'));
  return [headings, rules, ...grid.rows.map((row) => rowCells(grid, row))].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Details become small print in the first cell: a Markdown row has one line. */
function rowCells(grid: Grid, row: Row): string[] {
  const strong = row.style === 'total' || row.style === 'group';
  return grid.columns.map((_, index) => {
    const cell = row.cells[index] ?? '';
    const text = escaped(textOf(cell).trim() + marksOf(cell));
    const shown = strong && text !== '' ? `**${text}**` : text;
    return index === 0 ? [shown, ...(row.details ?? []).map((detail) => `<sub>${escaped(detail)}</sub>`)].join('<br>') : shown;
  });
}

/** The same at the start of a line, where Markdown reads headings, lists and quotes. */
function escapedLine(text: string): string {
  return escaped(text)
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

/**
 * Escapes the characters that are syntax in Markdown or HTML, because names in foreign templates may contain them. GitHub
 * turns addresses into links, and `@name` notifies people and teams.
 */
export function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_|[\]~$]/g, (character) => `\\${character}`)
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
    .replace(/(?<!\w)@(?=\w)/g, '@<!-- -->');
}
