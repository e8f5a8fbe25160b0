import { join } from 'node:path';
import { InputError } from '../problems';
import { exists, statsOf } from '../source';
import { readAssembly } from './assembly';
import { EXPECTED_PATH } from './files';
import { readStack } from './stack';
import type { Template } from './template-resource';

/** What makes a folder a cloud assembly. */
const MANIFEST = 'manifest.json';

/**
 * Reads a template file, or all stacks of a `cdk.out` folder with their stages, each followed by its nested stacks.
 * The region is known for stacks of a folder that were made for one. Throws an InputError with the problems of all files.
 */
export function readTemplates(path: string): readonly Template[] {
  const stats = statsOf(path, EXPECTED_PATH);
  if (stats.isFile()) return readStack({ file: path, name: path });
  if (stats.isDirectory() && exists(join(path, MANIFEST))) return readAssembly(path, MANIFEST);
  const received = stats.isDirectory() ? `a folder without ${MANIFEST}` : 'neither a file nor a folder';
  throw new InputError(path, [{ path: 'path', received, allowed: EXPECTED_PATH }]);
}
