import { InputError } from '../lib/core/problems';
import { readText } from '../lib/io/files';
import { isPlainObject } from '../lib/io/plain-object';
import { parseConfig } from '../lib/io/yaml/parse-config';

/** A workload is some lines; a megabyte is another file, given by mistake. */
const EXPECTED = { expected: 'a readable JSON or YAML file', maxBytes: 1_000_000 };

/** The object in a small file: JSON, or YAML, of which JSON is a part. Throws an InputError. */
export function readObjectFile(path: string): Record<string, unknown> {
  const value = parseConfig(readText(path, path, EXPECTED), path);
  if (isPlainObject(value)) return { ...value };
  throw new InputError(path, [
    { path: 'file', received: value === null ? 'an empty file' : 'no object', expected: 'keys such as concurrentUsers: 800' },
  ]);
}
