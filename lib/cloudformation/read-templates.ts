import { join } from 'node:path';
import { InputError, PATH_SUBJECT } from '../core/problems';
import { exists, isStream, pathKind } from '../io/files';
import { readAssembly } from './assembly';
import { EXPECTED_PATH } from './files';
import { readStack, type TemplateReading } from './stack';
import { TemplateBudget } from './template-budget';
import type { Template } from './template-resource';
import { templateTree } from './template-tree';

/** File that every cloud assembly has. */
const MANIFEST = 'manifest.json';

/**
 * Reads a template file, or all stacks of a `cdk.out` folder with their stages, each followed by its nested stacks.
 * Files of an assembly must be in its folder, those of a template file in its repository. The region is known for stacks of a cloud assembly that set one.
 * Throws an InputError with the problems of all files.
 */
export function readTemplates(path: string, reading: TemplateReading = {}): readonly Template[] {
  const budget = new TemplateBudget(path);
  if (pathKind(path, EXPECTED_PATH) === 'file') {
    return readStack({
      ...reading,
      file: path,
      name: path,
      ...(!isStream(path) && { nestedInside: templateTree(path) }),
      ancestors: [],
      budget,
    });
  }
  if (exists(join(path, MANIFEST), EXPECTED_PATH)) return readAssembly(path, MANIFEST, budget, reading);
  throw new InputError(PATH_SUBJECT, [{ path, reason: `is a folder without ${MANIFEST}`, expected: EXPECTED_PATH }]);
}
