import { UsageFile, type UsageInput } from '../contract/usage-file';
import { readText } from '../io/files';
import { parseConfig } from '../io/yaml/parse-config';
import { parseInput } from '../model/parse';

const MAX_BYTES = 10_000_000;

/** Reads a usage file, YAML or JSON. Throws an InputError with every problem of the file. */
export function readUsageFile(path: string): UsageInput {
  const subject = `usage file ${path}`;
  const written = parseConfig(readText(path, subject, { expected: 'a YAML or JSON file of usage', maxBytes: MAX_BYTES }), subject, path);
  parseInput(UsageFile, written, subject);
  return (written as { readonly usage: UsageInput }).usage;
}
