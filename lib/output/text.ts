import stringWidth from 'string-width';

const ASCII = /^[\x20-\x7e]*$/;

/** A word with an address, which can only be opened or copied whole. */
const ADDRESS = /[a-z]:\/\//;

/**
 * Breaks a string into lines of at most `width` columns, between words; a longer word is cut, after a separator if it has one.
 * An address is never cut: its line is longer.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((long) => pieces(long, width))) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Columns that a string takes in a terminal: two for East Asian wide characters and emoji, none for combining marks. */
export function lengthOf(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text);
}

/** Columns of the longest word of a string. */
export function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/).map(lengthOf));
}

/** Text filled with spaces to a width. */
export function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return align === 'left' ? text + space : space + text;
}

/** The first line with `first` before it, the others with spaces of the same width: a hanging indent. */
export function hangingIndent(first: string, text: string, width: number): string[] {
  const space = ' '.repeat(lengthOf(first));
  return wrap(text, Math.max(20, width - lengthOf(first))).map((line, index) => (index === 0 ? first : space) + line);
}

function pieces(word: string, width: number): string[] {
  if (lengthOf(word) <= width || ADDRESS.test(word)) return word === '' ? [] : [word];
  const cut: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && lengthOf(piece + character) > width) {
      const end = breakOf(piece);
      cut.push(piece.slice(0, end));
      piece = piece.slice(end);
    }
    piece += character;
  }
  return [...cut, piece];
}

const SEPARATORS = ['.', '/', '-', ']'] as const;

/** Where to cut a part of a long word: after the last separator of its second half, such as a dot of a path, else at its end. */
function breakOf(piece: string): number {
  const end = Math.max(...SEPARATORS.map((separator) => piece.lastIndexOf(separator))) + 1;
  return end > piece.length / 2 ? end : piece.length;
}
