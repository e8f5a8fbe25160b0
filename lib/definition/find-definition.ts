import { dirname, join, resolve } from 'node:path';
import { InputError } from '../core/problems';
import { exists } from '../io/files';

/** Names of definition files, the ones that an editor checks first. */
export const DEFINITION_FILES: readonly string[] = [
  'sizing.config.ts',
  'sizing.config.mts',
  'sizing.config.cts',
  'sizing.config.js',
  'sizing.config.mjs',
  'sizing.config.cjs',
  'sizing.yaml',
  'sizing.yml',
  'sizing.json',
];

/** The expected content, for messages. */
export const EXPECTED_DEFINITION = 'a definition of systems, such as sizing.config.ts, sizing.yaml or sizing.json';

/**
 * The path of the definition file of a folder or of the nearest folder above it; undefined when there is none. Throws an
 * InputError for a folder with two of them.
 */
export function findDefinition(folder: string): string | undefined {
  const here = resolve(folder);
  const found = DEFINITION_FILES.map((name) => join(here, name)).filter((path) => exists(path, EXPECTED_DEFINITION));
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    throw new InputError('definition', [
      { path: first, reason: `and ${second} are in the same folder`, expected: 'one of them, or --config with the one to use' },
    ]);
  }
  if (first !== undefined) return first;
  const parent = dirname(here);
  return parent === here ? undefined : findDefinition(parent);
}
