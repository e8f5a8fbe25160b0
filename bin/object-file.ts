import { isPlainObject } from '../lib/core/plain-object';
import { InputError } from '../lib/core/problems';
import { readText } from '../lib/io/files';

/** Options and workloads have a few lines: a file above 1 MB is rejected as a mistake. */
const EXPECTED = { expected: 'a readable JSON or YAML file', maxBytes: 1_000_000 };

/** The object in a small file: JSON, or YAML, of which JSON is a part. Throws an InputError. */
export function readObjectFile(path: string): Record<string, unknown> {
  const subject = `file ${path}`;
  // Loaded on demand: most commands read no such file.
  const { parseConfig } = require('../lib/io/yaml/parse-config') as typeof import('../lib/io/yaml/parse-config');
  const value = parseConfig(readText(path, subject, EXPECTED), subject, path);
  if (isPlainObject(value)) return { ...value };
  throw new InputError(subject, [
    { path: 'file', reason: value === null ? 'empty' : 'not an object', expected: 'keys such as concurrentUsers: 800' },
  ]);
}
