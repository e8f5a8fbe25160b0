import stringWidth from 'string-width';

const ASCII = /^[\x20-\x7e]*$/;

/** Breaks a text into lines of at most `width` characters, between words; a longer word is cut. */
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

/** Columns that a text takes in a terminal: two for East Asian wide characters and emoji, none for combining marks. */
export function lengthOf(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text);
}

/** Text filled with spaces to a width. */
export function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return align === 'left' ? text + space : space + text;
}

/** The first line with `first` before it, the others with spaces of the same width: a hanging indent. */
export function hanging(first: string, text: string, width: number): string[] {
  const space = ' '.repeat(lengthOf(first));
  return wrap(text, Math.max(20, width - lengthOf(first))).map((line, index) => (index === 0 ? first : space) + line);
}

function pieces(word: string, width: number): string[] {
  if (lengthOf(word) <= width) return word === '' ? [] : [word];
  const cut: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && lengthOf(piece + character) > width) {
      cut.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...cut, piece];
}
