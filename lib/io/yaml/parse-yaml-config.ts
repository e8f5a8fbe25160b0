import { CORE_SCHEMA } from 'js-yaml';
import { parseJson } from '../parse-json';
import { parseYaml, type YamlDialect } from './parse-yaml';

const CONFIG_FILE: YamlDialect = {
  schema: CORE_SCHEMA,
  tags: [],
  duplicateKeys: 'refused',
  unknownTag: (tag) => ({ reason: `unknown tag ${tag}`, expected: 'YAML without tags' }),
  notYaml: (reason) => ({ reason: `invalid YAML (${reason})`, expected: 'JSON or YAML' }),
};

/**
 * The value of the first document of a configuration file in JSON or YAML; null for an empty file. Throws an InputError for invalid
 * YAML, and for a file whose name ends in `.json` with the error in its JSON.
 */
export function parseYamlConfig(text: string, subject: string, path: string): unknown {
  try {
    return parseYaml(text, subject, CONFIG_FILE)[0]?.value ?? null;
  } catch (error) {
    // JSON is valid YAML, but of broken JSON the errors of a JSON parser are clearer. Valid JSON keeps problems such as duplicate keys.
    if (/\.json$/i.test(path)) parseJson(text, subject);
    throw error;
  }
}
