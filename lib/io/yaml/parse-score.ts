import { CORE_SCHEMA } from 'js-yaml';
import { parseYaml, type YamlDialect } from './parse-yaml';

const SCORE_FILE: YamlDialect = {
  schema: CORE_SCHEMA,
  tags: [],
  duplicateKeys: 'refused',
  unknownTag: (tag) => ({ reason: `unknown tag ${tag}`, expected: 'YAML without tags' }),
  notYaml: (reason) => ({ reason: `invalid YAML (${reason})`, expected: 'a Score file in YAML or JSON' }),
};

/** The values of the documents of a Score file. Throws an InputError for invalid YAML. */
export function parseScore(text: string, subject: string): readonly unknown[] {
  return parseYaml(text, subject, SCORE_FILE).flatMap(({ value }) => (value === null || value === undefined ? [] : [value]));
}
