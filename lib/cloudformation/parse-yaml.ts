import { isPlainObject, own } from '../core/plain-object';
import { didYouMean, InputError } from '../core/problems';
import { bytesText } from '../io/limits';
import { CLOUDFORMATION_SCHEMA, SHORT_TAGS } from '../io/yaml/cloudformation-schema';
import { type DuplicateKey, parseYaml, type YamlDialect } from '../io/yaml/parse-yaml';
import { MAX_YAML_BYTES } from './limits';

const TEMPLATE: YamlDialect = {
  schema: CLOUDFORMATION_SCHEMA,
  tags: SHORT_TAGS,
  duplicateKeys: 'last-wins',
  unknownTag: (tag) => {
    const suggestion = didYouMean(tag, SHORT_TAGS);
    return {
      reason: `unknown tag ${tag}`,
      expected: `a CloudFormation tag: ${SHORT_TAGS.join(', ')}`,
      ...(suggestion !== undefined && { suggestion }),
    };
  },
  notYaml: (reason) => ({ reason: `invalid YAML (${reason})`, expected: 'valid YAML' }),
};

/** The value of a template file. */
export interface ParsedTemplate {
  /** The value, as JSON has it. */
  readonly value: unknown;
  /** Keys that the file has more than once in a mapping: the last one counts, as in CloudFormation. */
  readonly duplicateKeys: readonly DuplicateKey[];
}

/** Parses a template in YAML with CloudFormation's short tags. Throws an InputError with every problem. */
export function parseTemplateYaml(text: string, subject: string): ParsedTemplate {
  if (text.length > MAX_YAML_BYTES) {
    throw new InputError(subject, [
      { path: 'file', reason: `has ${bytesText(text.length)} of YAML`, expected: `at most ${bytesText(MAX_YAML_BYTES)} of YAML, or JSON` },
    ]);
  }
  const documents = parseYaml(text, subject, TEMPLATE);
  const value = documents[0]?.value ?? null;
  // Several documents are a problem only when the first one is a template; otherwise its kind is the clearer problem.
  if (documents.length < 2 || !isPlainObject(value) || own(value, 'Resources') === undefined) {
    return { value, duplicateKeys: documents[0]?.duplicateKeys ?? [] };
  }
  throw new InputError(subject, [{ path: 'file', reason: `contains ${documents.length} YAML documents`, expected: 'one document' }]);
}
