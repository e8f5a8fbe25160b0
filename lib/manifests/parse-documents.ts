import { parseJson } from '../io/parse-json';
import { requireText } from '../io/require-text';
import { KUBECTL_SCHEMA } from '../io/yaml/kubectl-schema';
import { type ParsedDocument, parseYaml, type YamlDialect } from '../io/yaml/parse-yaml';
import { MAX_MANIFEST_BYTES } from './limits';

const EXPECTED = { what: 'Kubernetes manifests', written: 'manifests in YAML or JSON', maxBytes: MAX_MANIFEST_BYTES };

/** What a Helm template has and YAML hasn't. */
const HELM_ACTION = /\{\{-?\s*[.$\w"]/;

const MANIFEST: YamlDialect = {
  schema: KUBECTL_SCHEMA,
  tags: [],
  unknownTag: (tag) => ({ received: `the tag ${tag}`, expected: 'YAML without tags of its own, as Kubernetes reads it' }),
  notYaml: (reason, text) =>
    HELM_ACTION.test(text)
      ? { received: 'a Helm template', expected: 'manifests, as `helm template` writes them' }
      : { received: `not YAML (${reason})`, expected: 'valid YAML' },
};

/** Reads the documents of a text in YAML or JSON. Throws an InputError with where it is broken, or what is too much. */
export function parseDocuments(text: string, name: string): readonly ParsedDocument[] {
  const source = requireText(text, name, EXPECTED);
  // JSON is YAML too, but of broken JSON a reader of JSON has more to say.
  if (isJson(source, name)) parseJson(source, name);
  return parseYaml(source, name, MANIFEST);
}

function isJson(text: string, name: string): boolean {
  return /^\s*[{[]/.test(text) && !/\.ya?ml$/i.test(name);
}
