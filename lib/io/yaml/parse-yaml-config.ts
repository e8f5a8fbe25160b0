import { CORE_SCHEMA } from 'js-yaml';
import { InputError, type Problem } from '../../core/problems';
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
 * The value of a configuration file in JSON or YAML; null for an empty file. Throws an InputError for invalid YAML, for several
 * documents, and for a file whose name ends in `.json` with the error in its JSON.
 */
export function parseYamlConfig(text: string, subject: string, path: string): unknown {
  const isJson = /\.json$/i.test(path);
  try {
    const documents = parseYaml(text, subject, CONFIG_FILE).filter(({ value }) => value !== null);
    const value = documents[0]?.value ?? null;
    // JSON after a comment is a string in YAML.
    if (isJson && typeof value === 'string') parseJson(text, subject);
    if (documents.length > 1) throw new InputError(subject, [severalDocuments(documents.length)]);
    return value;
  } catch (error) {
    // JSON is valid YAML, but of broken JSON the errors of a JSON parser are clearer. Valid JSON keeps problems such as duplicate keys.
    if (isJson) parseJson(text, subject);
    throw error;
  }
}

function severalDocuments(count: number): Problem {
  return { path: '(the whole)', reason: `${count} documents, separated by ---`, expected: 'one document' };
}
