import { parseJson } from '../io/parse-json';
import { requireText } from '../io/require-text';
import { MAX_TEMPLATE_BYTES } from './limits';
import { parseTemplateYaml } from './parse-yaml';
import { subjectOf } from './subject';
import { templateFrom } from './template-from';
import type { Template } from './template-resource';

const EXPECTED = { what: 'a CloudFormation template', written: 'a template in JSON or YAML', maxBytes: MAX_TEMPLATE_BYTES };

/**
 * Reads the text of a template, JSON or YAML with CloudFormation's short tags. The name is for messages. Throws an
 * InputError with every problem: where the text is broken, or what is wrong with the template.
 */
export function parseTemplate(text: string, name: string, region?: string): Template {
  return templateFrom(parseText(text, name), name, region);
}

/** The value that a text stands for. Throws an InputError for what is neither JSON nor YAML, empty or too large. */
export function parseText(text: string, name: string): unknown {
  const subject = subjectOf(name);
  const source = requireText(text, subject, EXPECTED);
  return isJson(source, name) ? parseJson(source, subject) : parseTemplateYaml(source, subject);
}

/** What starts as JSON is JSON, unless its name says YAML: there a flow mapping starts the same way. */
function isJson(text: string, name: string): boolean {
  return /^\s*[{[]/.test(text) && !/\.ya?ml$/i.test(name);
}
