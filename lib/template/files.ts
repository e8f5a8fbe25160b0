import { readText } from '../source';
import { MAX_TEMPLATE_BYTES } from './limits';

export const EXPECTED_PATH = 'a template file, or the cdk.out folder of `cdk synth`';

/** The text of a file that is not too large to be a template. */
export function readTemplateText(path: string, name: string): string {
  return readText(path, name, { allowed: EXPECTED_PATH, maxBytes: MAX_TEMPLATE_BYTES });
}
