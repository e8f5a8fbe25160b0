import { CORE_SCHEMA } from 'js-yaml';
import { parseYaml, type YamlDialect } from './parse-yaml';

const CONFIG_FILE: YamlDialect = {
  schema: CORE_SCHEMA,
  tags: [],
  unknownTag: (tag) => ({ reason: `unknown tag ${tag}`, expected: 'YAML without tags' }),
  notYaml: (reason) => ({ reason: `invalid YAML (${reason})`, expected: 'JSON or YAML' }),
};

/** The value of the first document of a configuration file in JSON or YAML; null for an empty file. Throws an InputError for invalid YAML. */
export function parseConfig(text: string, subject: string): unknown {
  return parseYaml(text, subject, CONFIG_FILE)[0]?.value ?? null;
}
