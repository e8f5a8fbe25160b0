import { readText } from '../io/files';
import { MAX_TEMPLATE_BYTES } from './limits';
import { subjectOf } from './subject';

/** Valid paths of templates, worded to follow "expected". */
export const EXPECTED_PATH = 'a template file, or the cdk.out folder of `cdk synth`';

/** The text of a template. Other than the file that the user named, it must be in the folder `inside`. */
export function readTemplateText(path: string, name: string, inside?: string): string {
  return readText(path, subjectOf(name), {
    expected: EXPECTED_PATH,
    maxBytes: MAX_TEMPLATE_BYTES,
    ...(inside !== undefined && { inside }),
  });
}
