import { plainJson } from './plain-json';

/**
 * The value of a configuration file in JSON or YAML; null for an empty file. Throws an InputError for invalid YAML, for several
 * documents, and for a file whose name ends in `.json` with the error in its JSON. Plain JSON is read without loading a YAML parser.
 */
export function parseConfig(text: string, subject: string, path: string): unknown {
  const value = plainJson(text);
  if (value !== undefined) return value;
  const { parseYamlConfig } = require('./parse-yaml-config') as typeof import('./parse-yaml-config');
  return parseYamlConfig(text, subject, path);
}
