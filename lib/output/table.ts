import pc from 'picocolors';
import { withoutCommands } from '../core/printable';
import { type GridLine, layOut } from './grid-layout';
import type { Block, NoteItem } from './report';
import { hangingIndent, lengthOf, wrap } from './text';

type Colors = ReturnType<typeof pc.createColors>;

/** The blocks of a report for a terminal of a width, with or without colors. */
export function renderTable(blocks: readonly Block[], width: number, color: boolean): string {
  const colors = pc.createColors(color);
  return withoutCommands(`${blocks.map((block) => blockLines(block, width, colors).join('\n')).join('\n\n')}\n`);
}

function blockLines(block: Block, width: number, colors: Colors): string[] {
  switch (block.kind) {
    case 'title':
      return wrap(block.text, width).map((line) => colors.bold(line));
    case 'heading':
      return wrap(block.text, width).map((line) => colors.bold(line));
    case 'paragraph':
      return wrap(block.text, width - 1).map((line) => ` ${line}`);
    case 'notes':
      return block.items.flatMap((item) => noteLines(item, width));
    case 'commands':
      return block.lines.map((line) => ` ${line}`);
    case 'grid':
      return layOut(block, width).map((line) => colored(line, colors));
  }
}

/** A command is on the line of its text if both fit, else on the next one. */
function noteLines({ mark, text, command }: NoteItem, width: number): string[] {
  const first = mark === '' ? ' ' : ` ${mark} `;
  if (command === undefined) return hangingIndent(first, text, width);
  const whole = `${first}${text}: ${command}`;
  return lengthOf(whole) <= width ? [whole] : [...hangingIndent(first, `${text}:`, width), ' '.repeat(lengthOf(first)) + command];
}

function colored(line: GridLine, colors: Colors): string {
  if (line.text === '') return '';
  switch (line.style) {
    case 'plain':
      return line.text;
    case 'heading':
    case 'total':
    case 'group':
      return colors.bold(line.text);
    case 'muted':
    case 'rule':
    case 'detail':
      return colors.dim(line.text);
    case 'warning':
      return colors.yellow(line.text);
  }
}
