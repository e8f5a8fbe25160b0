import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/check/check';
import type { Finding } from '../../lib/check/finding';
import { parseTemplate } from '../../lib/cloudformation/parse-template';

/** A broken template: a valid one of the folder `valid` with a single violation. The fixed twin is the valid template, or the valid template with another change. */
export interface Broken {
  /** ID of the only rule that finds a violation. */
  readonly rule: string;
  /** The violation, for the title of the test. */
  readonly what: string;
  /** Name of the valid file. */
  readonly base: string;
  /** The change that breaks the template. */
  readonly change: Change;
  /** Logical id and path of the violation: `Web Properties.DesiredCount`. */
  readonly at: string;
  /** The change of the fixed twin. Default: none. */
  readonly fixed?: Change;
  /** Region of the stack. Default: us-east-1. */
  readonly region?: string;
}

/** Texts to replace with their replacements, or resources that are added at the end of the file. */
export type Change = readonly (readonly [from: string, to: string])[] | { readonly add: string };

const VALID = join(__dirname, 'valid');

/** Valid templates, by file name. Their section Resources is the last one. */
export const VALID_FILES: readonly string[] = readdirSync(VALID).sort();

export function validText(file: string): string {
  return readFileSync(join(VALID, file), 'utf8');
}

/** A valid file with a change. Throws when a text to replace is not unique. */
export function changedText(base: string, change: Change): string {
  const text = validText(base);
  if ('add' in change) return `${text}${change.add}`;
  return change.reduce((changed, [from, to]) => {
    const times = changed.split(from).length - 1;
    if (times !== 1) throw new Error(`${base} has ${JSON.stringify(from)} ${times} times`);
    return changed.replace(from, () => to);
  }, text);
}

export function findingsIn(text: string, region = 'us-east-1'): readonly Finding[] {
  return check([parseTemplate(text, 'template.yaml', region)]);
}
