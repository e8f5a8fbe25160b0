import { CORE_SCHEMA, mergeTag } from 'js-yaml';
import { parseYaml, type YamlDialect } from './parse-yaml';

const COMPOSE_FILE: YamlDialect = {
  schema: CORE_SCHEMA.withTags(mergeTag),
  tags: [],
  duplicateKeys: 'refused',
  unknownTag: (tag) => ({ reason: `unknown tag ${tag}`, expected: 'YAML without tags, such as the output of `docker compose config`' }),
  notYaml: (reason) => ({ reason: `invalid YAML (${reason})`, expected: 'a Compose file in YAML or JSON' }),
};

/** The value of a Compose file, with its merge keys; null for an empty file. Throws an InputError for invalid YAML. */
export function parseCompose(text: string, subject: string): unknown {
  return parseYaml(text, subject, COMPOSE_FILE)[0]?.value ?? null;
}
