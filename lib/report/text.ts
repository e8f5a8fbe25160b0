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

/** Characters that are seen: what a column must be wide. */
export function lengthOf(text: string): number {
  return [...text].length;
}

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
  const characters = [...word];
  const cut: string[] = [];
  for (let start = 0; start < characters.length; start += width) cut.push(characters.slice(start, start + width).join(''));
  return cut;
}
