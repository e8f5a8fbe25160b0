import { shown } from '../core/problems';
import { parseJson } from '../io/parse-json';
import { requireText } from '../io/require-text';
import { KUBECTL_SCHEMA } from '../io/yaml/kubectl-schema';
import { type ParsedDocument, parseYaml, type YamlDialect } from '../io/yaml/parse-yaml';
import { MAX_MANIFEST_BYTES } from './limits';
import { subjectOf } from './subject';

const EXPECTED = { content: 'Kubernetes manifests', contentInFormat: 'manifests in YAML or JSON', maxBytes: MAX_MANIFEST_BYTES };

/** An action of a Helm template, which is usually invalid YAML. */
const HELM_ACTION = /\{\{-?\s*[.$\w"/]/;

/** Whether a string contains actions of a Helm template. */
export function hasHelmAction(text: string): boolean {
  return HELM_ACTION.test(text);
}

const MANIFEST: YamlDialect = {
  schema: KUBECTL_SCHEMA,
  tags: [],
  duplicateKeys: 'last-wins',
  unknownTag: (tag) => ({ reason: `unknown tag ${tag}`, expected: 'YAML without custom tags, which Kubernetes does not support' }),
  notFinite: (number) => ({ reason: `${number} is not a finite number`, expected: 'a finite number, or a string in quotes' }),
  notGoScalar: (scalar) => ({
    reason: `${shown(scalar)} is not text for kubectl in a list or an object in brackets`,
    expected: 'the text in quotes',
  }),
  notYaml: (reason, text) =>
    hasHelmAction(text)
      ? { reason: 'is a Helm template', expected: 'the output of `helm template`' }
      : { reason: `invalid YAML (${reason})`, expected: 'valid YAML' },
};

/** Parses the documents of a manifest in YAML or JSON. Throws an InputError with line and column of syntax errors, and when a limit is exceeded. */
export function parseDocuments(text: string, name: string): readonly ParsedDocument[] {
  const subject = subjectOf(name);
  const source = requireText(text, subject, EXPECTED);
  // JSON is valid YAML, but the errors of a JSON parser are clearer.
  if (isJson(source, name)) parseJson(source, subject);
  return parseYaml(source, subject, MANIFEST);
}

function isJson(text: string, name: string): boolean {
  return /^\s*[{[]/.test(text) && !/\.ya?ml$/i.test(name);
}
