import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROKEN, type Broken } from './broken';

const VALID = join(__dirname, 'valid');

/** Valid manifests, by file name. */
export const VALID_FILES: readonly string[] = readdirSync(VALID).sort();

export function validText(file: string): string {
  return readFileSync(join(VALID, file), 'utf8');
}

/** The valid file with the violation. Throws unless the string to replace occurs exactly once. */
export function brokenText({ base, change }: Broken): string {
  const text = validText(base);
  if ('add' in change) return `${text}---\n${change.add}`;
  const [from, to] = change;
  const times = text.split(from).length - 1;
  if (times !== 1) throw new Error(`${base} has ${JSON.stringify(from)} ${times} times`);
  return text.replace(from, () => to);
}

export function brokenBy(...rules: readonly string[]): readonly Broken[] {
  return BROKEN.filter(({ rule }) => rules.includes(rule));
}
