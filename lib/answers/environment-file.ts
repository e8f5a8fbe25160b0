import { exists, readText } from '../io/files';
import { EnvironmentFile } from '../model/environment-file';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';

/** Folder of the files, in the folder of `cdk.json`. */
const FOLDER = 'environments';

/** A file has a few lines: one above 1 MB is rejected as a mistake. */
const EXPECTED = { expected: 'a JSON file with the lasting options of an environment', maxBytes: 1_000_000 };

/** The environment that a request names, or the default one; undefined for an invalid name. */
export function environmentOf(requested: unknown): string | undefined {
  return Options.shape.environment.safeParse(requested).data;
}

/** Path of the file of an environment: `environments/prod.json`. `projectFolder` is the folder of `cdk.json`. */
export function environmentPath(environment: string, projectFolder = '.'): string {
  return `${projectFolder === '.' ? '' : `${projectFolder}/`}${FOLDER}/${environment}.json`;
}

/** The keys that a file sets, as they are written; undefined when there is no file. Throws an InputError with every problem of the file. */
export function readEnvironmentFile(path: string): Readonly<Record<string, unknown>> | undefined {
  if (!exists(path, EXPECTED.expected)) return undefined;
  // Loaded on demand: most projects have no such file.
  const { parseConfig } = require('../io/yaml/parse-config') as typeof import('../io/yaml/parse-config');
  const written = parseConfig(readText(path, path, EXPECTED), path, path);
  parseInput(EnvironmentFile, written, path);
  const { $schema: _schema, ...values } = written as Readonly<Record<string, unknown>>;
  return values;
}
