import { parse, YAMLError } from 'yaml';
import { InputError } from '../lib/problems';
import { readText } from '../lib/source';

/** A workload is some lines; whoever gives a megabyte meant another file. */
const EXPECTED = { allowed: 'a readable JSON or YAML file', maxBytes: 1_000_000 };

/** Aliases of aliases that would fill the memory are refused. */
const MAX_ALIASES = 100;

/** What a small file says, as it is written: JSON, or YAML, of which JSON is a part. Throws an InputError. */
export function readObjectFile(path: string): Record<string, unknown> {
  const value = parsed(path, readText(path, path, EXPECTED));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refused(path, value === null || value === undefined ? 'an empty file' : 'no object', 'keys such as concurrentUsers: 800');
  }
  return { ...value };
}

function parsed(path: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (!(error instanceof YAMLError || error instanceof ReferenceError)) throw error;
    throw refused(path, error.message.split('\n')[0] ?? '', 'JSON or YAML');
  }
}

function refused(path: string, received: string, allowed: string): InputError {
  return new InputError('workload', [{ path, received, allowed }]);
}
